package executor

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

func killWorkers() conformance.Source { return futures("ProcessPoolExecutor.kill_workers") }

var _ = group.Add(conformance.Behavior{
	ID: "executor-kill-workers-ends-worker", Level: conformance.Core, Program: program,
	Statement: "kill_workers() MUST end a worker that ignores SIGTERM.",
	Sources:   []conformance.Source{killWorkers(), source.Process("kill")},
	Since:     "3.14",
	Judge:     func(s *conformance.Scene) { expectEnded(s, "kill_workers", "killed-by-method") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-kill-workers-exitcode", Level: conformance.Core, Program: program, Requires: conformance.POSIX,
	Statement: "The exit code of a worker that kill_workers() ended MUST be -9, as after kill().",
	Sources:   []conformance.Source{killWorkers(), source.Process("kill"), source.Process("exitcode")},
	Since:     "3.14",
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "exit code of killed-by-method worker", -9.0) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-kill-workers-refuses-submit", Level: conformance.Core, Program: program,
	Statement: "After kill_workers(), submit() MUST raise a RuntimeError, as after shutdown().",
	Sources:   []conformance.Source{killWorkers(), shutdown()},
	Since:     "3.14",
	Judge: func(s *conformance.Scene) {
		s.RefusedWith(conformance.Main, "submit after kill_workers", "RuntimeError")
	},
})
