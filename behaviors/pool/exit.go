package pool

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-exit-ends-worker", Level: conformance.Extended, Program: exits,
	Statement: "A main process that returns without close() or terminate() SHOULD NOT leave a worker of its pool.",
	Sources:   []conformance.Source{class(), source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("holding", "pool")
		worker.EndOf(s, "pool")
		s.Returned(conformance.Main, "pool process ends", true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-exit-task-outcome", Level: conformance.Observation, Program: exits,
	Statement: "How a main process ends that returns while a task of its pool runs, and whether the task runs its finally clauses.",
	Sources:   []conformance.Source{class(), source.Undocumented("the documentation warns that the process may hang")},
	Observe: func(s *conformance.Scene) string {
		_, code := worker.EndOf(s, "pool")
		if _, ran := s.First("finally", "pool"); ran {
			return fmt.Sprintf("exit status %d, the task runs its finally clauses", code)
		}
		return fmt.Sprintf("exit status %d, the task is cut off", code)
	},
})
