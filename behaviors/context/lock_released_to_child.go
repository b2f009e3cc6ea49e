package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-lock-released-to-child", Level: conformance.Core, Program: program,
	Statement: "A child that waits for a lock of its own context MUST acquire it when the main process releases it.",
	Sources:   []conformance.Source{source.Function("Lock.acquire")},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "start own-lock"); reason != "" {
			s.Absent("%s", reason)
		}
		acquired := s.Attempt("own-lock", "acquire released")
		s.Returned("own-lock", "acquire released", true)
		for _, e := range s.Events("releasing", conformance.Main) {
			if e.Text("child") == "own-lock" {
				s.ExpectBefore(e, acquired.Event)
				return
			}
		}
		s.Stop("main must report that it releases the lock", "it did not")
	},
})
