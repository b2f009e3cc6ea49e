package exitcode

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-huge-number", Level: conformance.Observation, Program: program,
	Statement: "What happens to a child that calls sys.exit() with a number that no system can take as a status.",
	Sources: []conformance.Source{{
		Text: "undocumented; the child's end in CPython 3.12", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_fork.py#L71-L73",
	}},
	Observe: func(s *conformance.Scene) string {
		// A forked child can return into the code of the main process.
		for _, e := range s.Events("attempt", "exit-huge") {
			if types := e.ErrorTypes(); e.Text("what") == "start exit-huge" && e.Data["refused"] == true && len(types) > 0 {
				return "start() raises " + types[0] + " in the child"
			}
		}
		return s.Outcome("status exit-huge", describe)
	},
})
