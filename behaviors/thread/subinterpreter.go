package thread

import (
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-subinterpreter-starts-child", Level: conformance.Observation, Program: starts,
	Statement: "What start() does in a subinterpreter.",
	Sources: []conformance.Source{
		{Text: "CPython 3.14 documentation, concurrent.interpreters, new in 3.14", URL: "https://docs.python.org/3.14/library/concurrent.interpreters.html"},
		osFork(),
	},
	Since: "3.14",
	Observe: func(s *conformance.Scene) string {
		return s.Outcome("subinterpreter", func(value any) string {
			outcome, _ := value.(string)
			if code, exited := strings.CutPrefix(outcome, "SystemExit: "); exited {
				return "the child ends with exit code " + code
			}
			return outcome
		})
	},
})
