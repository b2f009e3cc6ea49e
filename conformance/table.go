package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// together is the process table while both children and main were held still.
func together(g types.Gomega, r *stage.Recording) (table, bool) {
	return tableAt(g, r, "together")
}

func tableAt(g types.Gomega, r *stage.Recording, point string) (table, bool) {
	snapshot, found := r.Snapshot(point)
	ok := g.Expect(found).To(gomega.BeTrue(), "the process table must have been read at %q", point)
	return snapshot.Processes, ok
}

// table is the process table of a run.
type table []platform.Process

// alive returns the process of that id, if it is there and not a zombie.
func (t table) alive(pid int) (platform.Process, bool) {
	n := slices.IndexFunc(t, func(p platform.Process) bool { return p.PID == pid && p.State == platform.Alive })
	if n < 0 {
		return platform.Process{}, false
	}
	return t[n], true
}

// parent is the operating system's parent id, or 0 if the process is not there.
func (t table) parent(pid int) int {
	p, _ := t.alive(pid)
	return p.PPID
}

// launcher returns the process that stands between main and the child for this child alone, or 0: it is main's child
// and has no other child than this one. (A virtual environment's python.exe on Windows is one.)
func (t table) launcher(main, child int) int {
	between := t.parent(child)
	if between == main || between == 0 || t.parent(between) != main {
		return 0
	}
	for _, p := range t {
		if p.PPID == between && p.PID != child && p.State == platform.Alive {
			return 0
		}
	}
	return between
}
