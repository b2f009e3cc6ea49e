package executor

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

func terminateWorkers() conformance.Source { return futures("ProcessPoolExecutor.terminate_workers") }

var _ = group.Add(conformance.Behavior{
	ID: "executor-terminate-workers-ends-worker", Level: conformance.Core, Program: program,
	Statement: "terminate_workers() MUST end a worker while it runs a task.",
	Sources:   []conformance.Source{terminateWorkers()},
	Since:     "3.14",
	Judge:     func(s *conformance.Scene) { expectEnded(s, "terminate_workers", "terminated") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-terminate-workers-exitcode", Level: conformance.Core, Program: program,
	Statement: "The exit code of a worker that terminate_workers() ended MUST be -15, as after terminate().",
	Sources:   []conformance.Source{terminateWorkers(), source.Process("terminate"), source.Process("exitcode")},
	Since:     "3.14",
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "exit code of terminated worker", -15.0) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-terminate-workers-skips-finally", Level: conformance.Core, Program: program,
	Statement: "A worker that terminate_workers() ends MUST NOT run the finally clauses of its task.",
	Sources:   []conformance.Source{terminateWorkers(), source.Process("terminate")},
	Since:     "3.14",
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "terminate_workers")
		s.FirstEvent("holding", "terminated")
		_, ran := s.First("finally", "terminated")
		s.Check(!ran, "the finally clause of the task must not run", "it ran")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-terminate-workers-refuses-submit", Level: conformance.Core, Program: program,
	Statement: "After terminate_workers(), submit() MUST raise a RuntimeError, as after shutdown().",
	Sources:   []conformance.Source{terminateWorkers(), shutdown()},
	Since:     "3.14",
	Judge: func(s *conformance.Scene) {
		s.RefusedWith(conformance.Main, "submit after terminate_workers", "RuntimeError")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-terminate-workers-task-outcome", Level: conformance.Observation, Program: program,
	Statement: "What a task's result raises after terminate_workers() or kill_workers() has ended its worker.",
	Sources:   []conformance.Source{terminateWorkers(), source.Undocumented("what becomes of the running task is not stated")},
	Since:     "3.14",
	Observe: func(s *conformance.Scene) string {
		returned := func(value any) string { return "returns " + conformance.Words(value) }
		return "terminate_workers(): " + s.Outcome("task of terminated worker", returned) +
			"; kill_workers(): " + s.Outcome("task of killed-by-method worker", returned)
	},
})
