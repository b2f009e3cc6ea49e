package executor

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-shutdown-ends-workers", Level: conformance.Core, Program: program,
	Statement: "When shutdown() with wait=True returns, the workers of the executor MUST have ended.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "shut down", true)
		table := s.Table("shut-down")
		for _, what := range []string{"left", "right"} {
			s.Check(!table.Alive(worker.Described(s, what).PID), "the worker of the task "+what+" must have ended after shutdown()", "it is alive")
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-shutdown-refuses-submit", Level: conformance.Core, Program: program,
	Statement: "After shutdown(), submit() MUST raise a RuntimeError.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "submit after shutdown", "RuntimeError") },
})
