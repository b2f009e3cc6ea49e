package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-signal-handlers", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT change how the main process handles signals.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "handlers", "the handlers of signals") },
})
