package exit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-interrupt-status", Level: conformance.Core, Program: parentexit.Program,
	Statement: "After an uncaught SIGINT, the exit status of a parent MUST be that of a process that SIGINT killed, or 1 before Python 3.8.",
	Sources: []conformance.Source{{
		Text: "What's New In Python 3.8: an uncaught KeyboardInterrupt ends the process by SIGINT",
		URL:  "https://docs.python.org/3.8/whatsnew/3.8.html#other-language-changes",
	}},
	Requires: interruptible,
	Judge: func(s *conformance.Scene) {
		want := -2
		if conformance.PythonBefore("3.8", s.Implementation) {
			want = 1
		}
		for _, ending := range []string{parentexit.Interrupt, parentexit.InterruptGroup} {
			s.Expect(parentexit.Find(s, ending).Status, "%s: the exit status of the parent", ending).To(gomega.Equal(want))
		}
	},
})
