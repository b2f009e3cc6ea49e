package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-random-state", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT change the next random number of the main process.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "random", "the next random number") },
})
