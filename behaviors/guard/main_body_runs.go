package guard

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-main-body-runs", Level: conformance.Observation, Program: unguarded,
	Statement: "How often the main module runs without a main guard, and under which names.",
	Sources:   []conformance.Source{source.Undocumented("how often the main module is imported")},
	Observe:   func(s *conformance.Scene) string { return conformance.ObserveBodyRuns(s) },
})
