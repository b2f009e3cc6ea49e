package process

import (
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-misuse-errors", Level: conformance.Observation, Program: program,
	Statement: "Which errors misuse raises: sentinel, join() or terminate() before start(), join() of the current process, a second start().",
	Sources: []conformance.Source{
		{Text: "undocumented; BaseProcess in CPython 3.12", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L110-L151"},
	},
	Observe: func(s *conformance.Scene) string {
		var outcomes []string
		for _, call := range []struct{ name, attempt string }{
			{"sentinel", "sentinel unstarted"},
			{"join", "join unstarted"},
			{"terminate", "terminate unstarted"},
			{"join itself", "join current process"},
			{"start again", "start running"},
		} {
			outcome := s.Outcome(call.attempt, func(any) string { return "accepted" })
			outcomes = append(outcomes, call.name+" "+strings.TrimPrefix(outcome, "refused: "))
		}
		return strings.Join(outcomes, ", ")
	},
})
