package thread

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-start-after-main-end", Level: conformance.Observation, Program: program,
	Statement: "What happens to a child that a thread starts after the last statement of the main process.",
	Sources: []conformance.Source{{
		Text: "CPython issue 113964, fork refused in 3.12.0 to 3.12.2", URL: "https://github.com/python/cpython/issues/113964",
	}},
	// By then CPython has removed __file__ from a main module that is a script, so a child does not know what to import.
	Observe: func(s *conformance.Scene) string {
		for _, e := range s.Events("attempt", conformance.Main) {
			if types := e.ErrorTypes(); e.Text("what") == "start "+late && len(types) > 0 {
				return "start() raises " + types[0]
			}
		}
		code, known := lateExitCode(s)
		_, entered := s.First("enter", late)
		_, left := s.First("leave", late)
		switch {
		case left && known && code == 0:
			return "runs, and the main process waits for it"
		case entered:
			return "runs, and the main process does not wait for it"
		case known && code != 0:
			return fmt.Sprintf("does not find its target, and ends with exit code %d", code)
		}
		return "not known"
	},
})

// lateExitCode returns the exit code of the late child that the main process reported, and whether it did.
func lateExitCode(s *conformance.Scene) (int, bool) {
	exits := s.Events("exit", conformance.Main)
	if len(exits) == 0 {
		return 0, false
	}
	codes, _ := exits[len(exits)-1].Data["exitcodes"].(map[string]any)
	code, known := codes[late].(float64)
	return int(code), known
}
