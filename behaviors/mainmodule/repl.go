package mainmodule

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-repl-attribute-error", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child that does not find its target, because it was defined in an interactive interpreter, MUST print an AttributeError.",
	Sources:   []conformance.Source{source.PicklableProcess()},
	Judge: func(s *conformance.Scene) {
		if why := refusal(s, "repl", local); why != "" {
			s.NothingToJudge("no child starts: %s", why)
		}
		got := outcome(s, "repl", local)
		if got == runs {
			s.NothingToJudge("the child finds its target")
		}
		s.Check(got == "AttributeError", "the child must print an AttributeError", "it is "+conformance.Words(got))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-repl-exitcode", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child that does not find its target, because it was defined in an interactive interpreter, MUST end with exit code 1.",
	Sources:   []conformance.Source{source.PicklableProcess()},
	Judge: func(s *conformance.Scene) {
		if why := refusal(s, "repl", local); why != "" {
			s.NothingToJudge("no child starts: %s", why)
		}
		if outcome(s, "repl", local) == runs {
			s.NothingToJudge("the child finds its target")
		}
		code, known := exitCode(s, "repl", "repl "+local)
		s.Check(known, "the main process must report the exit code of its child", "it did not")
		s.Check(code == 1, "the exit code of the child must be 1", fmt.Sprintf("it is %d", code))
	},
})
