package executor

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-tasks-run-together", Level: conformance.Core, Program: program,
	Statement: "Two workers of an executor MUST be able to run two tasks at the same time.",
	Sources:   []conformance.Source{class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		left, right, table := worker.Described(s, "left"), worker.Described(s, "right"), s.Table("workers")
		s.Expect(right.PID, "the process ID of the worker of the task right").NotTo(gomega.Equal(left.PID))
		for what, w := range map[string]worker.Worker{"left": left, "right": right} {
			s.Check(table.Alive(w.PID), "the worker of the task "+what+" must be alive while both tasks run", "it is not")
		}
	},
})
