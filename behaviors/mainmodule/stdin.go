package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-stdin", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "What happens to a child if the main module comes from standard input.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 256)},
	Observe:   func(s *conformance.Scene) string { return observeOutcomes(s, "stdin") },
})
