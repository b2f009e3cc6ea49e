package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-terminated-child-ends-at-once", Level: conformance.Core, Program: program,
	Statement: "A child that is terminated MUST NOT wait for its own child before it ends.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		expectTerminated(s)
		s.ExpectBefore(joined(s, "intermediate"), s.FirstEvent("leave", "orphan"))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "nested-terminated-child-exitcode", Level: conformance.Core, Program: program,
	Statement: "A child that is terminated while it has a child of its own MUST have the exit code -15.",
	Sources:   []conformance.Source{source.Process("terminate"), source.Process("exitcode")},
	Requires:  conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		s.Expect(joined(s, "intermediate").Number("exitcode"), "the exit code of the terminated child").To(gomega.Equal(-15))
	},
})
