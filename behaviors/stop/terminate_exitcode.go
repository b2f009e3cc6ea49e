package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-terminate-exitcode", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that terminate() ended MUST be -15, as after SIGTERM, on Windows too.",
	Sources: []conformance.Source{
		source.Process("terminate"), source.Process("exitcode"),
		{
			Text: "CPython 3.12, Popen.wait() on Windows",
			URL:  "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_spawn_win32.py#L112-L114",
		},
		{Text: "CPython 3.12, test_terminate", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L563-L565"},
	},
	Judge: func(s *conformance.Scene) { expectStopped(s, "terminated", "terminate", -15) },
})
