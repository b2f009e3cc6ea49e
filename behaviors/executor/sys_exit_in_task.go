package executor

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "executor-sys-exit-in-task-raises", Level: conformance.Core, Program: program,
	Statement: "The result of a task that calls sys.exit() MUST raise the SystemExit with its status.",
	Sources:   []conformance.Source{futures("Future.result")},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "sys.exit", 3.0) },
})
