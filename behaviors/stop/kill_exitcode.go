package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-kill-exitcode", Level: conformance.Core, Program: program, Since: "3.7",
	Statement: "The exit code of a child that kill() ended MUST be -9, for SIGKILL.",
	Sources:   []conformance.Source{source.Process("kill"), source.Process("exitcode")},
	Requires:  conformance.POSIX,
	Judge:     func(s *conformance.Scene) { expectStopped(s, "killed", "kill", -9) },
})

// The documentation does not say which exit code TerminateProcess() sets.
var _ = group.Add(conformance.Behavior{
	ID: "stop-kill-exitcode-on-windows", Level: conformance.Extended, Program: program,
	Statement: "On Windows, the exit code of a child that kill() ended SHOULD be -15.",
	Sources: []conformance.Source{
		{
			Text: "CPython 3.12, Popen.wait() on Windows",
			URL:  "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_spawn_win32.py#L112-L114",
		},
		{Text: "CPython 3.12, test_kill", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L567-L572"},
	},
	Since:    "3.7",
	Requires: conformance.Windows,
	Judge:    func(s *conformance.Scene) { expectStopped(s, "killed", "kill", -15) },
})
