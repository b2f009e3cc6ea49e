package pickle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-never-happens-under-fork", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, start() SHOULD NOT pickle an argument.",
	Sources:   []conformance.Source{picklability(), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Expect(len(pickled(s)), "the number of times that the argument is pickled").To(gomega.Equal(0))
	},
})
