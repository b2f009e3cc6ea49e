package exitcode

import (
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-wrong-arguments", Level: conformance.Extended, Program: program,
	Statement: "If its arguments do not fit its target, a child SHOULD end with exit code 1 after start() has succeeded.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Process("run")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "start wrong-arguments")
		s.Accepted(conformance.Main, "join wrong-arguments")
		s.ExitCodeReported("wrong-arguments", 1)
		_, entered := s.First("enter", "wrong-arguments")
		s.Check(!entered, "the target must not run", "it ran")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-wrong-arguments-on-stderr", Level: conformance.Extended, Program: program,
	Statement: "If its arguments do not fit its target, a child SHOULD print a TypeError on standard error.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Process("run")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "start wrong-arguments")
		raised, found := s.First("error", "wrong-arguments")
		if !found {
			s.Expect(s.StderrLines(), "standard error").To(gomega.ContainElement(gomega.MatchRegexp(`\bTypeError\b`)))
			return
		}
		// In a language without exception classes the child itself reports the class of its error.
		s.Check(slices.Contains(raised.ErrorTypes(), "TypeError"), "the error of the child must be a TypeError", "it is "+conformance.Words(raised.ErrorTypes()))
		s.Expect(s.Stderr, "standard error").To(gomega.ContainSubstring(raised.Text("message")))
	},
})
