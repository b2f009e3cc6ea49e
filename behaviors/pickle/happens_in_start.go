package pickle

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// pickled returns the events of the argument that reports each time it is pickled. It ends the judge unless its child ran.
func pickled(s *conformance.Scene) []conformance.Event {
	received(s, "reduced")
	return s.EventsWhere(func(e conformance.Event) bool { return e.Text("what") == "reduce" })
}

var _ = group.Add(conformance.Behavior{
	ID: "pickle-happens-in-start", Level: conformance.Extended, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "Except under fork, start() SHOULD pickle each argument exactly once, in the process that calls it, before it returns.",
	Sources:   []conformance.Source{picklability(), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		events, returned := pickled(s), s.Attempt(conformance.Main, "start reduced")
		s.Expect(len(events), "the number of times that the argument is pickled").To(gomega.Equal(1))
		for _, e := range events {
			s.Check(e.Index < returned.Index, "the argument must be pickled before start() returns", "it was pickled afterwards")
			s.Check(e.PID == s.MainPID(), "the main process must pickle the argument", fmt.Sprintf("process %d did", e.PID))
		}
	},
})
