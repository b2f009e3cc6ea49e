package process

import (
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// withoutAssertions is the program that misuses processes in an interpreter that ignores assertions.
const withoutAssertions = "without-assertions"

var _ = group.Add(conformance.Behavior{
	ID: "process-start-twice-without-assertions", Level: conformance.Extended, Program: withoutAssertions,
	Statement: "If the interpreter runs with -O, a second start() of a process SHOULD raise an error.",
	Sources:   []conformance.Source{source.Process("start")},
	Judge:     func(s *conformance.Scene) { s.Refused("optimized", "start again") },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-start-twice-without-assertions-keeps-pid", Level: conformance.Extended, Program: withoutAssertions,
	Statement: "If the interpreter runs with -O, a second start() SHOULD NOT start a second process.",
	Sources:   []conformance.Source{source.Process("start")},
	Judge:     func(s *conformance.Scene) { s.Returned("optimized", "pid kept", true) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-start-twice-without-assertions-misuse", Level: conformance.Observation, Program: withoutAssertions,
	Statement: "Which misuse raises an error if the interpreter runs with -O: start() in a daemonic process, or setting the daemon flag after start().",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/multiprocessing/process.py", 118), source.Line("3.14.10", "Lib/multiprocessing/process.py", 217),
	},
	Observe: func(s *conformance.Scene) string {
		var outcomes []string
		for _, call := range []struct{ name, role, attempt string }{
			{"start in a daemon", "daemon", "start child"},
			{"daemon flag", "optimized", "set daemon after start"},
		} {
			outcome := "accepted"
			if a := s.Attempt(call.role, call.attempt); a.Refused {
				outcome = "refused"
			}
			outcomes = append(outcomes, call.name+" "+outcome)
		}
		return strings.Join(outcomes, ", ")
	},
})
