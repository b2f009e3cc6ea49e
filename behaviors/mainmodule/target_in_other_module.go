package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-target-in-other-module", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child SHOULD run a target in another module, even if the main module is a package, a directory, a zip archive, -c or an interactive interpreter.",
	Sources:   []conformance.Source{source.ImportableMain(), source.PicklableProcess()},
	Judge: func(s *conformance.Scene) {
		expectRuns(s, imported, "script", "bare", "module", "submodule", "package", "directory", "zip", "compiled", "command", "repl", "namespace")
	},
})
