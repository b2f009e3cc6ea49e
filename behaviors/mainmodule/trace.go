package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-trace", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "What happens to a child if the main module runs under python -m trace.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 184)},
	Observe:   func(s *conformance.Scene) string { return observeOutcomes(s, "trace") },
})
