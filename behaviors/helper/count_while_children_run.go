package helper

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-count-while-children-run", Level: conformance.Observation, Program: "sing-dance",
	Statement: "How many helper processes run while both children run.",
	Sources:   []conformance.Source{source.StartMethods()},
	Observe:   func(s *conformance.Scene) string { return conformance.ObserveHelperCount("together")(s) },
})
