package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

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
