package executor

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-default-method", Level: conformance.Core, Program: program,
	Statement: "If no start method is set, an executor without a context MUST start its workers with the default start method.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { worker.ExpectStartedBy(s, "default context", s.Implementation.Default) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-chosen-method", Level: conformance.Core, Program: program,
	Statement: "An executor without a context MUST start its workers with the start method that the program has set.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { worker.ExpectStartedBy(s, "chosen context", s.Method) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-given-context", Level: conformance.Core, Program: program,
	Statement: "An executor MUST start its workers with the context that it was given.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		worker.ExpectStartedBy(s, "given context", s.Method)
		worker.ExpectParents(s)
	},
})
