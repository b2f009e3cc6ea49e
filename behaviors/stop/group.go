// Package stop holds the behaviors of terminate(), kill() and interrupt().
package stop

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("stop", 100, "terminate(), kill() and interrupt()")

const program = "exit-codes"

// expectStopped checks that the main process stopped a child while it waited, and which exit code the child has.
func expectStopped(s *conformance.Scene, role, call string, want float64) {
	code := s.Accepted(conformance.Main, "status "+role)
	s.Accepted(conformance.Main, call)
	s.Expect(code, "the exit code of the child that was %s", role).To(gomega.Equal(want))
	s.Event("enter", role)
	_, left := s.First("leave", role)
	s.Check(!left, "the target of the child that was "+role+" must not reach its end", "it did")
}

// requireFinally makes the result absent if the language has no clause that runs however a target is left.
func requireFinally(s *conformance.Scene) {
	if reason := s.AbsentReason(conformance.Main, "finally"); reason != "" {
		s.Absent("%s", reason)
	}
}

// hasKill reports whether the main process had a way to kill a child. Before 3.7 it has none, and terminates that child.
func hasKill(s *conformance.Scene) bool {
	for _, e := range s.Events("attempt", conformance.Main) {
		if e.Text("what") == "status killed" && e.Text("absent") != "" {
			return false
		}
	}
	return true
}
