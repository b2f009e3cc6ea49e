package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// The roles of sing and dance.
const (
	main  = "main"
	sing  = "sing"
	dance = "dance"
)

// The roles of one child, and of one that is daemonic.
const (
	child  = "child"
	daemon = "daemon"
)

func singAndDance() []string { return []string{sing, dance} }

// told lists the events of that name, of any role if role is empty.
func told(r *stage.Recording, event, role string) []stage.Event {
	var found []stage.Event
	for _, e := range r.Events {
		if e.Event == event && (role == "" || e.Role == role) {
			found = append(found, e)
		}
	}
	return found
}

// position is where the first such event stands among all events, or -1.
func position(r *stage.Recording, event, role string) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == event && e.Role == role })
}

// by is the position of the first such event of a process, or -1.
func by(r *stage.Recording, event string, pid int) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == event && e.PID == pid })
}

// event returns the only such event, and asserts that there is exactly one.
func event(g types.Gomega, r *stage.Recording, name, role string) (stage.Event, bool) {
	found := told(r, name, role)
	if !g.Expect(found).To(gomega.HaveLen(1), "%s must tell %q exactly once", role, name) {
		return stage.Event{}, false
	}
	return found[0], true
}

// mainPID is the process that ran the main module's body as the program's own.
func mainPID(r *stage.Recording) int {
	if found := told(r, "body", main); len(found) > 0 {
		return found[0].PID
	}
	return 0
}

// cast is the three processes of sing and dance, as they speak of themselves.
type cast struct {
	main        int
	sing, dance stage.Event
}

func (c cast) children() []stage.Event { return []stage.Event{c.sing, c.dance} }

// enter asserts that main and both children came on stage, once each.
func enter(g types.Gomega, r *stage.Recording) (cast, bool) {
	c := cast{main: mainPID(r)}
	if !g.Expect(c.main).NotTo(gomega.BeZero(), "main must tell that it began") {
		return c, false
	}
	var ok bool
	if c.sing, ok = event(g, r, "enter", sing); !ok {
		return c, false
	}
	c.dance, ok = event(g, r, "enter", dance)
	return c, ok
}

// staged is enter and together: who is on stage, and the process table at that moment.
func staged(g types.Gomega, r *stage.Recording) (cast, table, bool) {
	c, ok := enter(g, r)
	if !ok {
		return c, nil, false
	}
	processes, ok := together(g, r)
	return c, processes, ok
}

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

// exitcode is what the implementation says of a child's status at main's end.
func exitcode(r *stage.Recording, role string) (int, bool) { return exitcodeBy(r, main, role) }

// exitcodeBy is exitcode at the end of another parent that tells it.
func exitcodeBy(r *stage.Recording, parent, role string) (int, bool) {
	exits := told(r, "exit", parent)
	if len(exits) == 0 {
		return 0, false
	}
	codes, _ := exits[len(exits)-1].Data["exitcodes"].(map[string]any)
	code, ok := codes[role].(float64)
	return int(code), ok
}

// text reads a text of an event's data.
func text(e stage.Event, field string) string {
	value, _ := e.Data[field].(string)
	return value
}

// number reads a number of an event's data.
func number(e stage.Event, field string) int {
	value, _ := e.Data[field].(float64)
	return int(value)
}

// classes reads the class and its ancestors of an error or a refusal.
func classes(e stage.Event) []string {
	list, _ := e.Data["types"].([]any)
	var names []string
	for _, one := range list {
		if name, ok := one.(string); ok {
			names = append(names, name)
		}
	}
	return names
}

// trimmed lists the lines of what was printed, without the spaces and line ends around them.
func trimmed(printed string) []string {
	var lines []string
	for line := range strings.Lines(printed) {
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}
