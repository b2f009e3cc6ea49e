package guard

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-main-exit-status", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the main process SHOULD end with exit status 0, because only its children fail.",
	Sources: []conformance.Source{
		source.SpawnGuidelines(),
		{Text: "observed on CPython 3.6 to 3.15: the documentation does not say which process raises the error", URL: conformance.Documentation},
	},
	Judge: func(s *conformance.Scene) { s.ExpectExitStatus(0) },
})
