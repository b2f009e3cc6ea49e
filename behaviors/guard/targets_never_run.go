package guard

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-targets-never-run", Level: conformance.Core, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the targets of the children MUST NOT run.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge:     func(s *conformance.Scene) { expectTargetsNeverRan(s) },
})
