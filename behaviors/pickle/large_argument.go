package pickle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-large-argument", Level: conformance.Core, Program: program,
	Statement: "An argument of ten million bytes MUST reach the child completely.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		s.Expect(received(s, "large"), "how many bytes the child received, and how many of them are in their place,").To(gomega.Equal([]any{1e7, 1e7}))
	},
})
