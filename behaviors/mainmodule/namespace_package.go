package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-namespace-package", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child SHOULD run a target in a main module that was started by -m and is in a package without __init__.py.",
	Sources:   []conformance.Source{source.ImportableMain()},
	Judge:     func(s *conformance.Scene) { expectRuns(s, local, "namespace") },
})
