package forkserver

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-output-once", Level: conformance.Extended, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "What a preloaded module prints and does not flush SHOULD be printed once, and not by each child again.",
	Sources: []conformance.Source{{
		Text: "CPython issue 135335: output of preloaded modules that children inherit", URL: "https://github.com/python/cpython/issues/135335",
	}},
	Judge: func(s *conformance.Scene) {
		expectChildren(s, "printing")
		s.Expect(mainOf(s, "printing")["printed"], "the number of times that the text of the module is printed").To(gomega.BeNumerically("==", 1))
	},
})
