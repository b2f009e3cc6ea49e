package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-child-waits-for-grandchild", Level: conformance.Core, Program: program,
	Statement: "A child whose target has returned MUST wait for its own child before it ends.",
	Sources: []conformance.Source{
		source.Process("daemon"), source.Docs("Programming guidelines, joining processes", "all-start-methods"),
	},
	Judge: func(s *conformance.Scene) {
		pids := pids(s)
		returned, grandchildEnd := s.FirstEvent("leave", "child"), s.FirstEvent("leave", "grandchild")
		s.Check(s.Table("orphaned").Alive(pids["child"]), "the child must be alive while its own child runs", "it is not")
		s.ExpectBefore(returned, grandchildEnd)
		end := joined(s, "child")
		s.ExpectBefore(grandchildEnd, end)
		s.Expect(end.Data["exitcode"], "the exit code of the child").To(gomega.Equal(0.0))
	},
})
