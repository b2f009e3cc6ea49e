package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-fork-works-from-anywhere", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST run its target wherever the main module comes from, even from standard input or -c.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		expectRuns(s, local, origins()...)
		expectRuns(s, imported, origins()...)
	},
})
