package process

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// name is what the main process sets as the name of the child named.
const name = "新名"

var _ = group.Add(conformance.Behavior{
	ID: "process-name-set-before-start", Level: conformance.Core, Program: program,
	Statement: "A name that is set before start() MUST be the name of the process in the child.",
	Sources:   []conformance.Source{source.Process("name")},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.Event("enter", "named").Text("process"), "the name of the process in the child").To(gomega.Equal(name))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-name-set-before-start-in-parent", Level: conformance.Core, Program: program,
	Statement: "A name that is set before start() MUST still be the name of the process in the parent after start().",
	Sources:   []conformance.Source{source.Process("name")},
	Judge: func(s *conformance.Scene) {
		started := s.EventsWhere(func(e conformance.Event) bool {
			return e.Event.Event == "started" && e.Role == conformance.Main && e.Text("child") == "named"
		})
		if len(started) != 1 {
			s.Stop("the main process must report that it started the child named", "it did not")
		}
		s.Expect(started[0].Text("process"), "the name of the process in the parent").To(gomega.Equal(name))
	},
})
