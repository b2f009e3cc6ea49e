package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-body-runs", Level: conformance.Observation, Program: "sing-dance",
	Statement: "How often the main module runs for two children, and under which names.",
	Sources:   []conformance.Source{source.Undocumented("how often the main module is imported")},
	Observe:   func(s *conformance.Scene) string { return conformance.ObserveBodyRuns(s) },
})
