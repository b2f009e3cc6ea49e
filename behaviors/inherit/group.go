// Package inherit holds the behaviors of what a child inherits from its parent.
package inherit

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("inherit", 170, "what a child inherits from its parent")

const program = "inherited-state"

// The children. The main process changes everything before it starts each of them.
const (
	firstChild = "first"
	laterChild = "later"
)

// state is what a child reported, and what the main process reported right before it started that child.
type state struct {
	role        string
	main, child conformance.Event
}

// states returns the states of both children. It ends the judge unless everything was reported.
func states(s *conformance.Scene) []state {
	mains := s.Events("state", conformance.Main)
	if len(mains) != 2 {
		s.Stop("the main process must report its state before each of 2 starts", fmt.Sprintf("it reported it %d times", len(mains)))
	}
	return []state{
		{firstChild, mains[0], s.Event("state", firstChild)},
		{laterChild, mains[1], s.Event("state", laterChild)},
	}
}

// expectSame checks that both children have what the main process had at their start. If the implementation has nothing of a kind
// in the main process, it must have nothing in the child.
func expectSame(s *conformance.Scene, fields ...string) {
	for _, st := range states(s) {
		for _, field := range fields {
			st.expectSame(s, field)
		}
	}
}

func (st state) expectSame(s *conformance.Scene, field string) {
	want, reported := st.main.Data[field]
	got, inChild := st.child.Data[field]
	if !s.Check(reported, fmt.Sprintf("the main process must report its %s", field), "it did not") {
		return
	}
	subject := fmt.Sprintf("%s in the %s child must be", field, st.role)
	if want == nil && s.FieldAbsentReason(st.main, field) != "" {
		s.Check(got == nil, subject+" nothing", "it is "+conformance.Words(got))
		return
	}
	s.Check(inChild && conformance.SameValue(got, want), subject+" that of the main process, "+conformance.Words(want), "it is "+conformance.Words(got))
}

// requireField makes the result absent if the implementation has nothing to report in a field.
func (st state) requireField(s *conformance.Scene, field string) {
	for _, e := range []conformance.Event{st.main, st.child} {
		if reason := s.FieldAbsentReason(e, field); reason != "" {
			s.Absent("%s", reason)
		}
	}
}

// equal reports whether two events have the same value in a field.
func equal(a, b conformance.Event, field string) bool {
	return a.Data[field] != nil && conformance.SameValue(a.Data[field], b.Data[field])
}

// observe returns an Observe that describes the states of both children.
func observe(describe func(s *conformance.Scene, first, later state) string) func(s *conformance.Scene) string {
	return func(s *conformance.Scene) string {
		both := states(s)
		return describe(s, both[0], both[1])
	}
}
