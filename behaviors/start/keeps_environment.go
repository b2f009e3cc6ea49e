package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-environment", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT change the environment of the main process.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "environ", "the environment") },
})
