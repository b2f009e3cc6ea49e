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
		source.Process("daemon"), source.JoinedAutomatically(),
	},
	Judge: func(s *conformance.Scene) {
		pids := pids(s)
		returned, grandchildEnd := s.FirstEvent("leave", "child"), s.FirstEvent("leave", "grandchild")
		s.Check(s.Table("orphaned").Alive(pids["child"]), "the child must be alive while its own child runs", "it is not")
		s.ExpectBefore(returned, grandchildEnd)
		s.ExpectBefore(grandchildEnd, joined(s, "child"))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "nested-child-waits-for-grandchild-exitcode", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child whose target has returned MUST be 0 if it has a child of its own.",
	Sources:   []conformance.Source{source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("leave", "child")
		s.Expect(joined(s, "child").Data["exitcode"], "the exit code of the child").To(gomega.Equal(0.0))
	},
})
