package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-terminate-skips-finally", Level: conformance.Core, Program: program,
	Statement: "A child that terminate() or kill() ends MUST NOT run its finally clauses.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		requireFinally(s)
		s.Accepted(conformance.Main, "terminate")
		for _, role := range []string{"terminated", "killed"} {
			if role == "killed" && hasKill(s) {
				s.Accepted(conformance.Main, "kill")
			}
			s.Event("enter", role)
			_, ran := s.First("finally", role)
			s.Check(!ran, "the finally clause of the child that was "+role+" must not run", "it ran")
		}
	},
})
