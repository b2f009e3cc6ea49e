package obstacle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-colon-in-name", Level: conformance.Extended, Program: program, Requires: conformance.POSIX,
	Since:     "3.8",
	Statement: "A block of shared memory whose name has a colon SHOULD NOT make the resource tracker print an error.",
	Sources:   []conformance.Source{issue("98896", "the resource tracker fails if a name has a colon")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "shared memory with colon")
		s.Expect(s.Stderr, "standard error").NotTo(gomega.ContainSubstring("too many values to unpack"))
	},
})
