package guard

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-fork-unaffected", Level: conformance.Core, Program: unguarded, Methods: []string{conformance.Fork},
	Statement: "Under fork, a program without a main guard MUST work.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge:     func(s *conformance.Scene) { expectProgramWorks(s) },
})
