package exitcode

import (
	"strings"

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
		const name, message = "Process failed:", "no more songs" // whether the class stands before the message depends on the language
		lines := linesOf(s.StderrLines(), name, message, "ValueError: "+message)
		s.Check(len(lines) == 2 && lines[0] == name && strings.HasSuffix(lines[1], message),
			"standard error must have the name of the process and then the message of the exception",
			"of these lines it has "+conformance.Words(lines))
	},
})
