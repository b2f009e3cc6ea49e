package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-compiled-file", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child SHOULD run a target in a main module that is a compiled file without its source.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Library("runpy.run_path()", "runpy", "runpy.run_path")},
	Judge:     func(s *conformance.Scene) { expectRuns(s, local, "compiled") },
})
