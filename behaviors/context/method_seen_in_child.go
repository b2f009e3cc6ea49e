package context

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-method-seen-in-child", Level: conformance.Observation, Program: program,
	Statement: "Which start method is set in a child that was started through a context, while none is set in the main process.",
	Sources: []conformance.Source{{
		Text: "undocumented; BaseProcess._bootstrap() in CPython 3.12",
		URL:  "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L295-L296",
	}},
	Observe: func(s *conformance.Scene) string {
		if reason := s.AbsentReason(s.Method, "chosen"); reason != "" {
			s.Absent("%s", reason)
		}
		for _, e := range s.Events("attempt", s.Method) {
			return chosen(e.Data["value"])
		}
		return "not reported"
	},
})
