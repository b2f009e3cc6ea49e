package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-start-child-error", Level: conformance.Observation, Program: program,
	Statement: "Which error start() raises in a daemonic process.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Observe: func(s *conformance.Scene) string {
		for _, e := range s.Events("attempt", "daemon") {
			if types := e.ErrorTypes(); e.Text("what") == "daemonic child" && len(types) > 0 {
				return types[0] + ": " + e.Text("message")
			}
		}
		return "none"
	},
})
