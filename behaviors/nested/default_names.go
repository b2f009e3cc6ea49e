package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-default-names", Level: conformance.Core, Program: program,
	Statement: "The default name of a grandchild MUST be the name of its parent, a colon, and its number among the children of that parent.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		for _, m := range members() {
			s.Expect(s.Event("enter", m.role).Text("process"), "the name of %s", m.role).To(gomega.Equal(m.name))
		}
	},
})
