package exitcode

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-large-number", Level: conformance.Extended, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with a large number SHOULD be the low 8 bits of it on POSIX, or the low 32 bits on Windows.",
	Sources: []conformance.Source{
		{
			Text: "POSIX.1-2024, _Exit(): the low 8 bits are available to a waiting parent",
			URL:  "https://pubs.opengroup.org/onlinepubs/9799919799/functions/_Exit.html",
		},
		{
			Text: "Windows, GetExitCodeProcess()",
			URL:  "https://learn.microsoft.com/en-us/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodeprocess",
		},
	},
	Judge: func(s *conformance.Scene) {
		large, minusOne := 44, 255
		if s.OnWindows() {
			large, minusOne = 300, 0xffffffff
		}
		expectExitCode(s, "exit-300", large)
		if !isAbsent(s, "exit-minus-1") {
			expectExitCode(s, "exit-minus-1", minusOne)
		}
	},
})
