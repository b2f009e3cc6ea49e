package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-freeze-support-no-effect", Level: conformance.Core, Program: "helper-processes",
	Statement: "In a program that is not frozen, freeze_support() MUST have no effect, not even on the start method.",
	Sources: []conformance.Source{
		source.Function("freeze_support"),
		{Text: "freeze_support() no longer sets the start method as a side effect", URL: "https://github.com/python/cpython/issues/140814"},
	},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "freeze support", nil)
		s.Accepted(conformance.Main, "choose")
	},
})
