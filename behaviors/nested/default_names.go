package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-default-names", Level: conformance.Core, Program: program,
	Statement: "The default name of a grandchild MUST be Process-N1:N2, where N1 is the number of its parent, and N2 is its own number among the children of that parent.",
	Sources:   []conformance.Source{source.Process("name")},
	Judge: func(s *conformance.Scene) {
		for _, m := range members() {
			s.Expect(s.Event("enter", m.role).Text("process"), "the name of %s", m.role).To(gomega.Equal(m.name))
		}
	},
})
