package executor

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-workers-after-first-task", Level: conformance.Observation, Program: program,
	Statement: "How many workers an executor with two workers has started after its first task.",
	Sources: []conformance.Source{
		class(), source.Undocumented("since 3.9, workers are started on demand, but not under fork: https://github.com/python/cpython/issues/90622"),
	},
	Since:   "3.7",
	Observe: func(s *conformance.Scene) string { return s.Outcome("workers after one task", conformance.Words) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-workers-daemon-flag", Level: conformance.Observation, Program: program,
	Statement: "Whether the workers of an executor are daemonic, which prevents their tasks from starting processes.",
	Sources:   []conformance.Source{source.Process("daemon"), source.Undocumented("the daemon flag of workers is not stated")},
	Since:     "3.7",
	Observe: func(s *conformance.Scene) string {
		return fmt.Sprint(worker.Described(s, "given context").Daemon)
	},
})
