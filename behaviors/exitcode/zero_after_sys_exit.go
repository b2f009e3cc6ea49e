package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-zero-after-sys-exit-without-status", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls sys.exit() without a status MUST be 0.",
	Sources:   []conformance.Source{sysExit(), source.Process("exitcode")},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "exit", 0) },
})
