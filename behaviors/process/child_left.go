package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-child-left-join-returns", Level: conformance.Core, Program: ends,
	Statement: "join() with a timeout MUST return when the child has ended, even if a child of that child still runs.",
	Sources:   []conformance.Source{source.Process("join"), source.Line("3.15.2", "Lib/multiprocessing/popen_fork.py", 38)},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, leftStillRuns, true)
		s.Returned(conformance.Main, "join with a child left", true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-child-left-sentinel-ready", Level: conformance.Core, Program: ends,
	Statement: "The sentinel of a process MUST be ready when its child has ended, even if a child of that child still runs.",
	Sources:   []conformance.Source{source.Process("sentinel"), source.Line("3.15.2", "Lib/multiprocessing/popen_fork.py", 65)},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, leftStillRuns, true)
		s.Returned(conformance.Main, "sentinel with a child left", true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-child-left-exitcode", Level: conformance.Core, Program: ends,
	Statement: "exitcode MUST be that of the child that has ended, even if a child of that child still runs.",
	Sources:   []conformance.Source{source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		const leavingExit = 5
		s.Returned(conformance.Main, leftStillRuns, true)
		s.Returned(conformance.Main, "exitcode with a child left", leavingExit)
	},
})

// leftStillRuns is the attempt of the main process that shows whether the child of the ended child still runs.
const leftStillRuns = "left still runs"
