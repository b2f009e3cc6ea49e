package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-import-path", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT change sys.path of the main process.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "path", "sys.path") },
})
