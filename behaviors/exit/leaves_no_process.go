package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-leaves-no-process", Level: conformance.Core, Program: "sing-dance",
	Statement: "The main process MUST NOT leave children or helper processes when it ends.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Check(s.Exit != nil, "the main process must end", "it did not")
		s.ExpectNoSurvivors()
	},
})
