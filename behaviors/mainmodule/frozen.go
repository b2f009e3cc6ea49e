package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-frozen", Level: conformance.Extended, Program: program,
	Methods: []string{conformance.Spawn}, Requires: conformance.POSIX,
	Statement: "Under spawn, a child of a frozen program that calls freeze_support() SHOULD run its target.",
	Sources: []conformance.Source{
		source.Function("freeze_support"),
		{Text: "CPython issue 80334: freeze_support() fails on macOS, and has no effect on POSIX", URL: "https://github.com/python/cpython/issues/80334"},
	},
	Judge: func(s *conformance.Scene) { expectRuns(s, local, "frozen") },
})
