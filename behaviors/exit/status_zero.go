package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-zero", Level: conformance.Core, Program: "sing-dance",
	Statement: "A main process that reaches its end MUST have exit status 0.",
	Sources:   []conformance.Source{source.InterpreterStatus()},
	Judge:     func(s *conformance.Scene) { s.ExpectExitStatus(0) },
})
