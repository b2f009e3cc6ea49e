package exitcode

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sigchld-ignored", Level: conformance.Observation, Program: program,
	Statement: "Which exit code a child has if the main process ignores SIGCHLD, so that the operating system discards the exit status.",
	Sources: []conformance.Source{{
		Text: "undocumented; Popen.poll() in CPython 3.12", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_fork.py#L24-L34",
	}},
	Requires: conformance.POSIX,
	Observe:  func(s *conformance.Scene) string { return s.Outcome("status reaped", describe) },
})
