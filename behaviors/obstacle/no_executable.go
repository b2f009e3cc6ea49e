package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-no-executable", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD start a child after set_executable() if sys.executable is None.",
	Sources:   []conformance.Source{issue("90876", "multiprocessing cannot be imported if sys.executable is None")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "no executable", exit) },
})
