package conformance

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/platform"
)

// Table is the process table of a run at one moment.
type Table []platform.Process

// Table returns the process table that was read at a point: a cue's name, or one of the points of package stage. It ends the
// judge if the table was not read.
func (s *Scene) Table(point string) Table {
	snapshot, read := s.Snapshot(point)
	if !read {
		s.Stop(fmt.Sprintf("the process table must be read at %q", point), "the program did not get that far")
	}
	return snapshot.Processes
}

// Process returns the process with the given ID, if it is alive: neither missing nor a zombie.
func (t Table) Process(pid int) (platform.Process, bool) {
	n := slices.IndexFunc(t, func(p platform.Process) bool { return p.PID == pid && p.State == platform.Alive })
	if n < 0 {
		return platform.Process{}, false
	}
	return t[n], true
}

// Alive reports whether the process is in the table and not a zombie.
func (t Table) Alive(pid int) bool {
	_, alive := t.Process(pid)
	return alive
}

// Parent returns the parent ID of a process, or 0 if the process is not alive.
func (t Table) Parent(pid int) int {
	p, _ := t.Process(pid)
	return p.PPID
}

// PIDs returns the IDs of all processes, zombies included.
func (t Table) PIDs() []int {
	var pids []int
	for _, p := range t {
		pids = append(pids, p.PID)
	}
	return pids
}

// Launcher returns the ID of the launcher between a parent and a child, or 0 if there is none. A launcher is a child of the
// parent and has only this child. On Windows, the python.exe of a virtual environment is a launcher.
func (t Table) Launcher(parent, child int) int {
	between := t.Parent(child)
	if between == parent || between == 0 || t.Parent(between) != parent {
		return 0
	}
	for _, p := range t {
		if p.PPID == between && p.PID != child && p.State == platform.Alive {
			return 0
		}
	}
	return between
}
