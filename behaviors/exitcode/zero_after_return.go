package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-zero-after-return", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child whose target returned MUST be 0, whatever it returned.",
	Sources:   []conformance.Source{source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		s.ExitCodeReported("returned", 0)
		s.Event("enter", "returned")
		s.Event("leave", "returned")
	},
})
