package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-start-leaves-method-unset", Level: conformance.Extended, Program: program,
	Statement: "start() through a context SHOULD leave the start method of the program unset.",
	Sources: []conformance.Source{source.StartMethods(), {
		Text: "CPython issue 109263", URL: "https://github.com/python/cpython/issues/109263",
	}},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "chosen at first", nil)
		s.Returned(conformance.Main, "chosen after the starts", nil)
	},
})
