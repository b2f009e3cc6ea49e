package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

// Main is the role of the main process of a program.
const Main = "main"

// Scene is what a judge reads: one recording, with methods that find an event, a process table or an attempt, and state
// what is wrong with it.
//
// A method that finds something ends the judge with a failure if that is missing, so a judge states one requirement after
// another without checking for missing events. In an observation the result then says that nothing was observed.
type Scene struct {
	*stage.Recording
	behavior *Behavior // nil outside of Judge
	failures []Failure
}

// NewScene returns the scene of a recording.
func NewScene(r *stage.Recording) *Scene { return &Scene{Recording: r} }

// Event is one event of a recording.
type Event struct {
	stage.Event
	Index int // its position among all events of the recording
}

// Text returns a field of the event's data, or "" if it is not text.
func (e Event) Text(field string) string {
	value, _ := e.Data[field].(string)
	return value
}

// Number returns a field of the event's data, or 0 if it is not a number.
func (e Event) Number(field string) int {
	value, _ := e.Data[field].(float64)
	return int(value)
}

// ErrorTypes returns the class of the error that the event reports, followed by the ancestors of that class.
func (e Event) ErrorTypes() []string {
	list, _ := e.Data["types"].([]any)
	var names []string
	for _, one := range list {
		if name, ok := one.(string); ok {
			names = append(names, name)
		}
	}
	return names
}

// FieldAbsentReason returns why the implementation has nothing to report in a field of an event, or "" if the event gives no
// reason. Like AbsentReason, it ends the judge with a failure if the implementation is documented to have it.
func (s *Scene) FieldAbsentReason(e Event, field string) string {
	reasons, _ := e.Data["absent"].(map[string]any)
	reason, _ := reasons[field].(string)
	if reason != "" {
		s.checkAbsence(reason)
	}
	return reason
}

// String names the event in a sentence: `"leave" of sing`.
func (e Event) String() string {
	if e.Role == "" {
		return fmt.Sprintf("%q of process %d", e.Event.Event, e.PID)
	}
	return fmt.Sprintf("%q of %s", e.Event.Event, e.Role)
}

// Events returns the events with the given name, of any role if role is empty.
func (s *Scene) Events(name, role string) []Event {
	return s.EventsWhere(func(e Event) bool { return e.Event.Event == name && (role == "" || e.Role == role) })
}

// EventsWhere returns the events for which the condition holds.
func (s *Scene) EventsWhere(condition func(e Event) bool) []Event {
	var found []Event
	for n, one := range s.Recording.Events {
		if e := (Event{one, n}); condition(e) {
			found = append(found, e)
		}
	}
	return found
}

// First returns the first event with the given name and role, and whether there is one.
func (s *Scene) First(name, role string) (Event, bool) {
	if found := s.Events(name, role); len(found) > 0 {
		return found[0], true
	}
	return Event{Index: -1}, false
}

// Event returns the event with the given name and role. It ends the judge unless there is exactly one.
func (s *Scene) Event(name, role string) Event {
	found := s.Events(name, role)
	if len(found) != 1 {
		s.Stop(fmt.Sprintf("%s must report %q exactly once", role, name), s.reported(len(found), role))
	}
	return found[0]
}

// FirstEvent returns the first event with the given name and role. It ends the judge if there is none.
func (s *Scene) FirstEvent(name, role string) Event {
	e, found := s.First(name, role)
	if !found {
		s.Stop(fmt.Sprintf("%s must report %q", role, name), s.reported(0, role))
	}
	return e
}

// reported describes how many events a role reported, and if none, which error may have prevented it.
func (s *Scene) reported(count int, role string) string {
	if count > 0 {
		return fmt.Sprintf("it reported it %d times", count)
	}
	for _, candidate := range []string{role, Main, ""} {
		for _, e := range slices.Backward(s.Events("error", candidate)) {
			if types := e.ErrorTypes(); len(types) > 0 {
				return fmt.Sprintf("it did not; %s raised %s: %s", nameOf(e), types[0], e.Text("message"))
			}
		}
	}
	for _, e := range slices.Backward(s.Events("attempt", Main)) {
		if types := e.ErrorTypes(); len(types) > 0 && e.Text("what") == "start "+role {
			return fmt.Sprintf("it did not; start() raised %s: %s", types[0], e.Text("message"))
		}
	}
	return "it did not"
}

// nameOf names the process that reported an event.
func nameOf(e Event) string {
	if e.Role == "" {
		return fmt.Sprintf("process %d", e.PID)
	}
	return e.Role
}

// MainPID returns the process ID of the main process. It ends the judge if the main process reported nothing.
func (s *Scene) MainPID() int { return s.FirstEvent("body", Main).PID }

// Children returns the event "enter" of each role, in the given order. It ends the judge unless each entered once.
func (s *Scene) Children(roles ...string) []Event {
	var children []Event
	for _, role := range roles {
		children = append(children, s.Event("enter", role))
	}
	return children
}

// ExitCode returns the exit code of a child that its parent reported at its own end. It ends the judge if there is none.
func (s *Scene) ExitCode(parent, child string) int {
	want := fmt.Sprintf("%s must know the exit code of %s", parent, child)
	exits := s.Events("exit", parent)
	if len(exits) == 0 {
		s.Stop(want, fmt.Sprintf("%s did not report its end", parent))
	}
	codes, _ := exits[len(exits)-1].Data["exitcodes"].(map[string]any)
	code, known := codes[child].(float64)
	if !known {
		s.Stop(want, "it reported none for that child")
	}
	return int(code)
}

// StdoutLines returns the lines of standard output, without surrounding spaces and line ends.
func (s *Scene) StdoutLines() []string { return trimmedLines(s.Stdout) }

// StderrLines returns the lines of standard error, without surrounding spaces and line ends.
func (s *Scene) StderrLines() []string { return trimmedLines(s.Stderr) }

func trimmedLines(printed string) []string {
	var lines []string
	for line := range strings.Lines(printed) {
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}

// OnWindows reports whether the implementation runs on Windows.
func (s *Scene) OnWindows() bool { return s.Implementation.Platform == "win32" }
