package context

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-has-module-names", Level: conformance.Core, Program: program,
	Statement: "A context MUST have every public name of the module, except for get_all_start_methods, which is about all contexts.",
	Sources: []conformance.Source{source.StartMethods(), {
		Text: "CPython 3.12, DefaultContext", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/context.py#L230-L267",
	}},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.Accepted(conformance.Main, "names missing"), "the list of names that the context does not have").
			To(gomega.Or(gomega.BeEmpty(), gomega.ConsistOf("get_all_start_methods")))
	},
})
