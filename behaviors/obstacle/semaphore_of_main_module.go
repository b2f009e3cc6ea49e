package obstacle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-semaphore-of-main-module", Level: conformance.Extended, Program: program, Methods: []string{conformance.Spawn},
	Requires:  conformance.POSIX,
	Statement: "If each child makes a semaphore when it imports the main module, no semaphore SHOULD be reported as leaked.",
	Sources:   []conformance.Source{issue("90549", "named resources leak when a child is spawned")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "first child", 0)
		s.Expect(s.Stderr, "standard error").NotTo(gomega.ContainSubstring("leaked semaphore"))
	},
})
