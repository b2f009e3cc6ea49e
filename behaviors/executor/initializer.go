package executor

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-initializer-runs-in-each-worker", Level: conformance.Core, Program: program,
	Statement: "Each worker of an executor MUST call the initializer before its first task.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		for _, what := range []string{"left", "right"} {
			s.Expect(worker.Described(s, what).Arguments, "what the initializer has left for the task %s", what).NotTo(gomega.BeNil())
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-initializer-receives-arguments", Level: conformance.Core, Program: program,
	Statement: "An executor MUST pass initargs to the initializer.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		got := worker.Described(s, "given context").Arguments
		s.Check(conformance.SameValue(got, []any{"given", 7.0}), `the initializer must receive "given" and 7`, "it received "+conformance.Words(got))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-initializer-failure-breaks-pending-task", Level: conformance.Core, Program: program,
	Statement: "If the initializer raises an error, the result of each pending task MUST raise BrokenProcessPool.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.RefusedWith(conformance.Main, "task after failed initializer", brokenPool)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-initializer-failure-refuses-submit", Level: conformance.Core, Program: program,
	Statement: "After an initializer has raised an error, submit() MUST raise BrokenProcessPool.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.RefusedWith(conformance.Main, "submit after failed initializer", brokenPool)
	},
})
