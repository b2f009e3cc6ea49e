package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-uncaught-keyboard-interrupt", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child whose target raises an uncaught KeyboardInterrupt MUST be 1.",
	Sources:   []conformance.Source{source.Process("exitcode")},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "interrupt-raised", 1) },
})
