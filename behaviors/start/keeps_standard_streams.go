package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-standard-streams", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD leave the standard streams of the main process as they are.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "streams", "the standard streams") },
})
