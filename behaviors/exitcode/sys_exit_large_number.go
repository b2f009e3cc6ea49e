package exitcode

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-large-number", Level: conformance.Extended, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with a large number SHOULD be the low 8 bits of it.",
	Sources: []conformance.Source{
		{
			Text: "POSIX.1-2024, _Exit(): the low 8 bits are available to a waiting parent",
			URL:  "https://pubs.opengroup.org/onlinepubs/9799919799/functions/_Exit.html",
		},
	},
	Requires: conformance.POSIX,
	Judge:    func(s *conformance.Scene) { expectLargeNumbers(s, 44, 255) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-large-number-on-windows", Level: conformance.Extended, Program: program,
	Statement: "On Windows, the exit code of a child that calls sys.exit() with a large number SHOULD be the low 32 bits of it.",
	Sources: []conformance.Source{{
		Text: "Windows, GetExitCodeProcess()",
		URL:  "https://learn.microsoft.com/en-us/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodeprocess",
	}},
	Requires: conformance.Windows,
	Judge:    func(s *conformance.Scene) { expectLargeNumbers(s, 300, 0xffffffff) },
})

// expectLargeNumbers checks the exit codes of the children that call sys.exit() with 300 and with -1.
func expectLargeNumbers(s *conformance.Scene, large, minusOne int) {
	expectExitCode(s, "exit-300", large)
	if !isAbsent(s, "exit-minus-1") {
		expectExitCode(s, "exit-minus-1", minusOne)
	}
}
