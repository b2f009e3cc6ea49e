package pool

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-unguarded-task-never-runs", Level: conformance.Core, Program: exits, Methods: conformance.ImportingMain(),
	Statement: "If the workers of a pool import a main module without a main guard, its task MUST NOT run.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("body", "pool-unguarded")
		worker.RequireImport(s)
		s.Accepted(conformance.Main, "unguarded pool")
		for _, e := range s.Events("attempt", "pool-unguarded") {
			s.Check(e.Data["refused"] != false, "the task must not run", "it returned "+conformance.Words(e.Data["value"]))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-unguarded-works-under-fork", Level: conformance.Extended, Program: exits, Methods: []string{conformance.Fork},
	Statement: "Under fork, a pool SHOULD run tasks without a main guard.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Accepted("pool-unguarded", "unguarded task")
		s.Returned(conformance.Main, "unguarded pool", "ends with status 0")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-unguarded-outcome", Level: conformance.Observation, Program: exits,
	Statement: "How a main process without a main guard ends that gives a task to a pool.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), lost},
	Observe: func(s *conformance.Scene) string {
		return s.Outcome("unguarded pool", func(value any) string {
			text, _ := value.(string)
			return text
		})
	},
})
