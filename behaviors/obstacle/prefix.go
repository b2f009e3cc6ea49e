package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-prefix", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD have the sys.prefix of the main process, so that it runs in the same virtual environment.",
	Sources:   []conformance.Source{issue("83620", "multiprocessing does not use the virtual environment on Windows")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "prefix", exit) },
})
