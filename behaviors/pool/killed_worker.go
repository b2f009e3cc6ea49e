package pool

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-killed-worker-replaced", Level: conformance.Extended, Program: program,
	Statement: "If its only worker is killed, a pool SHOULD run later tasks in another worker.",
	Sources:   []conformance.Source{class(), lost},
	Judge: func(s *conformance.Scene) {
		killed := s.FirstEvent("holding", "killed")
		w := worker.Described(s, "task after killed worker")
		s.Check(w.PID != killed.PID, "another worker must run the later task", "the killed one ran it")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-killed-worker-result", Level: conformance.Observation, Program: program,
	Statement: "Whether the result of a task whose worker was killed has come when a later task is done.",
	Sources:   []conformance.Source{lost},
	Observe:   func(s *conformance.Scene) string { return s.Outcome("result of killed worker", arrived) },
})

// arrived describes whether a result has come.
func arrived(value any) string {
	if value == true {
		return "it has come"
	}
	return "it has not come"
}
