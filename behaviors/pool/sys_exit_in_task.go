package pool

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "pool-sys-exit-in-task", Level: conformance.Observation, Program: program,
	Statement: "Whether the result of a task that calls sys.exit() has come when a later task is done.",
	Sources:   []conformance.Source{lost},
	Observe:   func(s *conformance.Scene) string { return s.Outcome("result of sys.exit", arrived) },
})
