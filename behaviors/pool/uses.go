package pool

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-uses-given-context", Level: conformance.Core, Program: program,
	Statement: "A pool of a context MUST start its workers with the start method of the context.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		worker.ExpectStartedBy(s, "given context", s.Method)
		worker.ExpectParents(s)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-uses-chosen-method", Level: conformance.Core, Program: program,
	Statement: "A pool without a context MUST start its workers with the start method that the program has set.",
	Sources:   []conformance.Source{class(), source.Function("set_start_method")},
	Judge:     func(s *conformance.Scene) { worker.ExpectStartedBy(s, "chosen context", s.Method) },
})
