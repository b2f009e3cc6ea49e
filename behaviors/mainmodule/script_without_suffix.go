package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-script-without-suffix", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child SHOULD run a target in a main module that is a script without a suffix, which no import statement could find.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 275)},
	Judge:     func(s *conformance.Scene) { expectRuns(s, local, "bare") },
})
