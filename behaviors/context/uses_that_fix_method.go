package context

import (
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-uses-that-fix-method", Level: conformance.Observation, Program: program,
	Statement: "Which uses of the module set the default start method as a side effect.",
	Sources: []conformance.Source{
		source.Docs("Global start method", "global-start-method"),
		{Text: "CPython issue 85222", URL: "https://github.com/python/cpython/issues/85222"},
	},
	Observe: func(s *conformance.Scene) string {
		var fixing []string
		for _, use := range []string{"Process()", "start()", "Lock()", "Event()", "SimpleQueue()", "Value()", "Pipe()", "active_children()"} {
			if s.AbsentReason(conformance.Main, "chosen after "+use) == "" && s.Outcome("chosen after "+use, chosen) != "none" {
				fixing = append(fixing, use)
			}
		}
		return strings.Join(fixing, ", ")
	},
})
