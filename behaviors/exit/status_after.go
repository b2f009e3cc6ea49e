package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-after-exception", Level: conformance.Core, Program: parentexit.Program,
	Statement: "The exit status of a parent that ends because of an uncaught exception MUST be 1, whatever the exit codes of its children are.",
	Sources:   []conformance.Source{source.InterpreterStatus()},
	Judge: func(s *conformance.Scene) {
		_, raised := parentexit.FirstOf(s, "error", parentexit.Find(s, parentexit.Exception).Parent.PID)
		s.Check(raised, "the parent must raise an exception", "it did not")
		expectStatus(s, parentexit.Exception, 1)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-after-os-exit", Level: conformance.Core, Program: parentexit.Program,
	Statement: "The exit status of a parent that calls os._exit() MUST be the status that it passes.",
	Sources:   []conformance.Source{source.Library("os._exit()", "os", "os._exit")},
	Judge:     func(s *conformance.Scene) { expectStatus(s, parentexit.OSExit, 4) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-after-signal", Level: conformance.Core, Program: parentexit.Program,
	Statement: "The exit status of a parent that a signal ends MUST be that of the signal.",
	Sources:   []conformance.Source{source.Library("subprocess.Popen.returncode", "subprocess", "subprocess.Popen.returncode")},
	Requires:  conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		expectStatus(s, parentexit.Terminate, -15)
		expectStatus(s, parentexit.Kill, -9)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-after-terminate-process", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "The exit status of a parent that subprocess ends by TerminateProcess() SHOULD be 1.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/subprocess.py", 1707)},
	Requires:  conformance.Windows,
	Judge: func(s *conformance.Scene) {
		expectStatus(s, parentexit.Terminate, 1)
		expectStatus(s, parentexit.Kill, 1)
	},
})
