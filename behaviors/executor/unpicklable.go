package executor

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-argument-raises", Level: conformance.Core, Program: program,
	Statement: "The result of a task with an argument that cannot be pickled MUST raise an error, under every start method.",
	Sources:   []conformance.Source{section()},
	Judge:     func(s *conformance.Scene) { expectRefusedAtOnce(s, "unpicklable argument") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-result-raises", Level: conformance.Core, Program: program,
	Statement: "The result of a task that returns an object that cannot be pickled MUST raise an error, under every start method.",
	Sources:   []conformance.Source{section()},
	Judge:     func(s *conformance.Scene) { expectRefusedAtOnce(s, "unpicklable result") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-task-spares-workers", Level: conformance.Extended, Program: program,
	Statement: "An executor SHOULD run further tasks after it was given an object that cannot be pickled.",
	Sources:   []conformance.Source{section()},
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "unpicklable argument")
		s.Accepted(conformance.Main, "left")
		s.Accepted(conformance.Main, "right")
	},
})

// expectRefusedAtOnce checks that the result of a task raises an error, and not only that it never arrives.
func expectRefusedAtOnce(s *conformance.Scene, what string) {
	a := s.Refused(conformance.Main, what)
	s.Check(!slices.Contains(a.ErrorTypes(), "TimeoutError"), fmt.Sprintf("the attempt %q of main must be refused by the executor", what), "the result did not arrive")
}
