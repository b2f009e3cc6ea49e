package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-kill-exitcode", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that kill() ended MUST be -9, for SIGKILL, on POSIX, or -15 on Windows, where kill() is terminate().",
	Sources: []conformance.Source{
		source.Process("kill"), source.Process("exitcode"),
		{Text: "CPython 3.12, test_kill", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L567-L572"},
	},
	Since: "3.7",
	Judge: func(s *conformance.Scene) {
		want := -9.0
		if s.OnWindows() {
			want = -15
		}
		expectStopped(s, "killed", "kill", want)
	},
})
