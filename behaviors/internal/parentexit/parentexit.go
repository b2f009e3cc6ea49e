// Package parentexit reads recordings of the program parent-exits, in which six parents end in different ways. The groups exit
// and orphan use it.
package parentexit

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

// Program is the program whose recordings are read.
const Program = "parent-exits"

// The ways in which a parent ends.
const (
	Exception      = "exception"
	OSExit         = "os-exit"
	Terminate      = "terminate"
	Kill           = "kill"
	Interrupt      = "interrupt"       // the parent alone
	InterruptGroup = "interrupt-group" // its process group, as Ctrl-C in a terminal does
)

// Abrupt returns the endings in which a parent runs no exit handlers.
func Abrupt() []string { return []string{OSExit, Terminate, Kill} }

// Parent is one parent with its two children, and its end as the main process saw it.
type Parent struct {
	Ending                string
	Parent, Child, Daemon conformance.Event // each one's event "enter"
	Ended                 conformance.Event
	Status                int // the exit status of the parent
}

// Children returns the two children in the order of their start.
func (p Parent) Children() []conformance.Event { return []conformance.Event{p.Child, p.Daemon} }

// Events returns the events of a role that belong to an ending.
func Events(s *conformance.Scene, event, role, ending string) []conformance.Event {
	return s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == event && e.Role == role && e.Text("ending") == ending
	})
}

// Find returns the parent that ends in a way. It ends the judge unless the parent and its children entered once, and the main
// process saw the parent end and knows its exit status.
func Find(s *conformance.Scene, ending string) Parent {
	p := Parent{Ending: ending}
	for _, one := range []struct {
		role  string
		event *conformance.Event
	}{{"parent", &p.Parent}, {"child", &p.Child}, {"daemon", &p.Daemon}} {
		entered := Events(s, "enter", one.role, ending)
		if len(entered) != 1 {
			s.Stop(fmt.Sprintf(`%s: the %s must report "enter" exactly once`, ending, one.role), fmt.Sprintf("it reported it %d times", len(entered)))
		}
		*one.event = entered[0]
	}
	ended := Events(s, "ended", conformance.Main, ending)
	if len(ended) == 0 {
		s.Stop(ending+": the main process must see the parent end", "it did not")
	}
	p.Ended = ended[0]
	code, known := p.Ended.Data["code"].(float64)
	if !known {
		s.Stop(ending+": the main process must know the exit status of the parent", "it does not")
	}
	p.Status = int(code)
	return p
}

// FirstOf returns the first event with a name that a process reported, and whether there is one.
func FirstOf(s *conformance.Scene, event string, pid int) (conformance.Event, bool) {
	found := s.EventsWhere(func(e conformance.Event) bool { return e.Event.Event == event && e.PID == pid })
	if len(found) == 0 {
		return conformance.Event{Index: -1}, false
	}
	return found[0], true
}

// Left returns the event with which a child reports that it leaves. It ends the judge if there is none.
func (p Parent) Left(s *conformance.Scene, child conformance.Event) conformance.Event {
	left, found := FirstOf(s, "leave", child.PID)
	if !found {
		s.Stop(fmt.Sprintf("%s: the %s must reach its end", p.Ending, child.Role), "it did not")
	}
	return left
}

// Orphaned returns the parents that ended abruptly. It ends the judge unless all of their children reached their end.
func Orphaned(s *conformance.Scene) []Parent {
	var parents []Parent
	for _, ending := range Abrupt() {
		p := Find(s, ending)
		for _, child := range p.Children() {
			p.Left(s, child)
		}
		parents = append(parents, p)
	}
	return parents
}
