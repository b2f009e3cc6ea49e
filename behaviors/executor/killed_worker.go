package executor

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "executor-killed-worker-breaks-running-task", Level: conformance.Core, Program: program,
	Statement: "If a worker is killed, the result of the task that it ran MUST raise BrokenProcessPool.",
	Sources:   []conformance.Source{futures("process.BrokenProcessPool"), class()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("holding", "killed")
		s.RefusedWith(conformance.Main, "task of killed worker", brokenPool)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-killed-worker-breaks-pending-task", Level: conformance.Extended, Program: program,
	Statement: "If a worker is killed, the result of each pending task SHOULD raise BrokenProcessPool.",
	Sources:   []conformance.Source{futures("BrokenExecutor"), futures("process.BrokenProcessPool")},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "task behind killed worker", brokenPool) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-killed-worker-refuses-submit", Level: conformance.Core, Program: program,
	Statement: "After a worker was killed, submit() MUST raise BrokenProcessPool.",
	Sources:   []conformance.Source{futures("BrokenExecutor"), futures("process.BrokenProcessPool")},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "submit after killed worker", brokenPool) },
})
