package exitcode

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-uncaught-exception", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child whose target raises an uncaught exception MUST be 1.",
	Sources:   []conformance.Source{source.Process("exitcode")},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "failed", 1) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-uncaught-exception-on-stderr", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD print an uncaught exception on standard error, with the name of the process.",
	Sources: []conformance.Source{{
		Text: "CPython 3.12, BaseProcess._bootstrap()", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L327-L331",
	}},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "status failed"); reason != "" {
			s.Absent("%s", reason)
		}
		// How the exception and the name are printed depends on the implementation.
		lines := s.StderrLines()
		s.Expect(lines, "standard error").To(gomega.ContainElement(gomega.ContainSubstring("no more songs")))
		s.Expect(lines, "standard error").To(gomega.ContainElement(gomega.MatchRegexp(`\bfailed\b`)))
	},
})
