package conformance

import (
	"fmt"
	"slices"
	"strings"
)

// Attempt is something that a process tried, with its outcome.
type Attempt struct {
	Event
	Refused bool
	Value   any // what the attempt returned, if the program reports it
}

// Attempt returns the attempt of a role. It ends the judge unless the role reported it exactly once. If the program reported
// that the implementation has nothing to try, the behavior is absent for that reason.
func (s *Scene) Attempt(role, what string) Attempt {
	found := s.attempts(role, what)
	if len(found) != 1 {
		s.Stop(fmt.Sprintf("%s must report the attempt %q exactly once", role, what), s.reported(len(found), role))
	}
	e := found[0]
	if reason := e.Text("absent"); reason != "" {
		s.Absent("%s", reason)
	}
	refused, reported := e.Data["refused"].(bool)
	if !reported {
		s.Stop(fmt.Sprintf("%s must report whether the attempt %q was refused", role, what), "it did not")
	}
	return Attempt{Event: e, Refused: refused, Value: e.Data["value"]}
}

func (s *Scene) attempts(role, what string) []Event {
	return s.EventsWhere(func(e Event) bool {
		return e.Event.Event == "attempt" && e.Role == role && e.Text("what") == what
	})
}

// Accepted returns what an attempt of a role returned. It ends the judge if the attempt was refused.
func (s *Scene) Accepted(role, what string) any {
	a := s.Attempt(role, what)
	if a.Refused {
		s.Stop(fmt.Sprintf("the attempt %q of %s must succeed", what, role), "it raised "+a.raised())
	}
	return a.Value
}

// Refused returns an attempt of a role. It ends the judge unless the attempt was refused.
func (s *Scene) Refused(role, what string) Attempt {
	a := s.Attempt(role, what)
	if !a.Refused {
		s.Stop(fmt.Sprintf("the attempt %q of %s must be refused", what, role), "it succeeded")
	}
	return a
}

// RefusedWith checks that an attempt of a role was refused with an error of the class or of a class derived from it.
func (s *Scene) RefusedWith(role, what, class string) {
	a := s.Refused(role, what)
	s.Check(slices.Contains(a.ErrorTypes(), class),
		fmt.Sprintf("the attempt %q of %s must be refused with %s", what, role, class), "it raised "+a.raised())
}

// Returned checks that an attempt of a role succeeded and returned the value. JSON's null is nil.
func (s *Scene) Returned(role, what string, want any) {
	got := s.Accepted(role, what)
	s.Check(SameValue(got, want), fmt.Sprintf("the attempt %q of %s must return %s", what, role, Words(want)), "it returned "+Words(got))
}

// ExitCodeReported checks the exit code of a child that the main process reported in the attempt "status ROLE".
func (s *Scene) ExitCodeReported(role string, want int) {
	got := s.Accepted(Main, "status "+role)
	s.Check(SameValue(got, want), fmt.Sprintf("the exit code of %s that main reports must be %d", role, want), "it is "+Words(got))
}

// AbsentReason returns why the implementation has nothing to try in an attempt, or "" if the program reported no reason. It
// ends the judge with a failure if the implementation is documented to have it.
func (s *Scene) AbsentReason(role, what string) string {
	found := s.attempts(role, what)
	if len(found) == 0 {
		return ""
	}
	reason := found[0].Text("absent")
	if reason != "" {
		s.checkAbsence(reason)
	}
	return reason
}

// Outcome describes an attempt of the main process for an observation: describe's words for the value that it returned, or
// "refused: " with the error's class. It ends the observation if the implementation has nothing to try.
func (s *Scene) Outcome(what string, describe func(value any) string) string {
	for _, e := range s.attempts(Main, what) {
		switch types := e.ErrorTypes(); {
		case e.Text("absent") != "":
			s.Absent("%s", e.Text("absent"))
		case e.Data["refused"] == false:
			return describe(e.Data["value"])
		case len(types) > 0:
			return "refused: " + types[0]
		default:
			return "refused"
		}
	}
	return "not tried"
}

// raised describes the error of a refused attempt: its classes and its message.
func (a Attempt) raised() string {
	types := strings.Join(a.ErrorTypes(), ", ")
	if types == "" {
		types = "an error without a class"
	}
	if message := a.Text("message"); message != "" {
		return types + ": " + message
	}
	return types
}
