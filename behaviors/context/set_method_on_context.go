package context

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-set-method-on-context", Level: conformance.Observation, Program: program,
	Statement: "What set_start_method() of a context does.",
	Sources: []conformance.Source{{
		Text: "undocumented; BaseContext.set_start_method() in CPython 3.12",
		URL:  "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/context.py#L200-L201",
	}},
	Observe: func(s *conformance.Scene) string {
		return s.Outcome("choose in the context", func(any) string { return "accepted" })
	},
})
