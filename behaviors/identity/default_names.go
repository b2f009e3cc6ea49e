package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// defaultNames are the names that the children get, in the order of their start.
var defaultNames = map[string]string{"sing": "Process-1", "dance": "Process-2"}

var _ = group.Add(conformance.Behavior{
	ID: "identity-default-names", Level: conformance.Core, Program: program,
	Statement: "In a child, its default name MUST be Process-N, where N is its number among the children of its parent.",
	Sources:   []conformance.Source{source.Process("name")},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{"sing", "dance"} {
			s.Expect(s.Event("enter", role).Text("process"), "the name of %s in the child", role).To(gomega.Equal(defaultNames[role]))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "identity-default-names-in-parent", Level: conformance.Core, Program: program,
	Statement: "In its parent, the default name of a child MUST be Process-N, where N is its number among the children of its parent.",
	Sources:   []conformance.Source{source.Process("name")},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{"sing", "dance"} {
			started := s.EventsWhere(func(e conformance.Event) bool {
				return e.Event.Event == "started" && e.Role == conformance.Main && e.Text("child") == role
			})
			if len(started) != 1 {
				s.Stop("the main process must report exactly once that it started "+role, "it did not")
			}
			s.Expect(started[0].Text("process"), "the name of %s in the main process", role).To(gomega.Equal(defaultNames[role]))
		}
	},
})
