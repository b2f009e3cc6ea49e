package exit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-exception-printed-before-waiting", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "A parent that ends because of an uncaught exception SHOULD print it before it waits for its child.",
	Sources: []conformance.Source{{
		Text: "CPython 3.14 documentation, atexit: handlers are run at the interpreter's termination",
		URL:  "https://docs.python.org/3.14/library/atexit.html#atexit.register",
	}},
	Judge: func(s *conformance.Scene) {
		p := parentexit.Find(s, parentexit.Exception)
		reported, found := parentexit.FirstOf(s, "error", p.Parent.PID)
		if !found {
			s.Stop("the parent must report its exception", "it did not")
		}
		s.Check(reported.Index < s.FirstEvent("ready", conformance.Main).Index, "the parent must report its exception while its child runs", "it reported it afterwards")
		left := p.Left(s, p.Child)
		s.Check(left.Index > reported.Index, "the child must end after the parent has reported its exception", "it ended before")
		s.Expect(s.Stderr, "standard error").To(gomega.ContainSubstring(reported.Text("message")))
	},
})
