package nested

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-helper-count", Level: conformance.Observation, Program: program,
	Statement: "How many helper processes run while the main process has two children with one child each.",
	Sources:   []conformance.Source{source.StartMethods()},
	Observe:   func(s *conformance.Scene) string { return conformance.ObserveHelperCount("all-started")(s) },
})
