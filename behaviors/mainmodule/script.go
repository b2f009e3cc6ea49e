package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-script", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child MUST run a target in a main module that is a script, even if the script was given by a relative path and the main process has changed its current directory.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 200)},
	Judge:     func(s *conformance.Scene) { expectRuns(s, local, "script") },
})
