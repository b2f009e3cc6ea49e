package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-run-with-m", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child MUST run a target in a main module that was started by -m, alone or in a package.",
	Sources:   []conformance.Source{source.ImportableMain()},
	Judge:     func(s *conformance.Scene) { expectRuns(s, local, "module", "submodule") },
})
