package pool

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "pool-with-block-terminates-worker", Level: conformance.Core, Program: program,
	Statement: "When a with block of a pool ends, the pool MUST end a worker while it runs a task.",
	Sources:   []conformance.Source{class(), method("terminate")},
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("holding", "terminated")
		s.Returned(conformance.Main, "leave with block", true)
		s.Returned(conformance.Main, "terminated worker ends", true)
	},
})
