package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-number", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with a number MUST be that number, even if it is a bool or SystemExit is subclassed.",
	Sources:   []conformance.Source{source.Process("exitcode"), sysExit()},
	Judge: func(s *conformance.Scene) {
		expectExitCode(s, "exit-3", 3)
		if !isAbsent(s, "exit-false") {
			expectExitCode(s, "exit-false", 0)
		}
		if !isAbsent(s, "exit-own") {
			expectExitCode(s, "exit-own", 5)
		}
	},
})
