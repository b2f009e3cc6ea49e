package pool

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-initializer-runs-in-each-worker", Level: conformance.Core, Program: program,
	Statement: "Each worker of a pool MUST call the initializer when it starts.",
	Sources:   []conformance.Source{class()},
	Judge: func(s *conformance.Scene) {
		for _, what := range []string{"left", "right"} {
			s.Expect(worker.Described(s, what).Arguments, "what the initializer has left for the task %s", what).NotTo(gomega.BeNil())
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-initializer-receives-arguments", Level: conformance.Core, Program: program,
	Statement: "A pool MUST pass initargs to the initializer.",
	Sources:   []conformance.Source{class()},
	Judge: func(s *conformance.Scene) {
		got := worker.Described(s, "given context").Arguments
		s.Check(conformance.SameValue(got, []any{"given", 7.0}), `the initializer must receive "given" and 7`, "it received "+conformance.Words(got))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-initializer-failure", Level: conformance.Observation, Program: program,
	Statement: "Whether a pool calls an initializer again that has raised an error.",
	Sources:   []conformance.Source{class(), lost},
	Observe: func(s *conformance.Scene) string {
		return s.Outcome("failing initializer", func(value any) string {
			if value == true {
				return "in worker after worker"
			}
			return "not again"
		})
	},
})
