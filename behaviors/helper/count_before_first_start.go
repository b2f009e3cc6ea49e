package helper

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-count-before-first-start", Level: conformance.Observation, Program: program,
	Statement: "How many helper processes run after the start method is set and before the first start().",
	Sources:   []conformance.Source{source.StartMethods()},
	Observe:   func(s *conformance.Scene) string { return conformance.ObserveHelperCount("before")(s) },
})
