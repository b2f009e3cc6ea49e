package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-path-object", Level: conformance.Extended, Program: program, Methods: []string{conformance.Spawn},
	Statement: "start() SHOULD start a child if set_executable() was given a path object.",
	Sources: []conformance.Source{{
		Text: "multiprocessing.set_executable, 3.14: since Python 3.11 it accepts a path-like object",
		URL:  "https://docs.python.org/3.14/library/multiprocessing.html#multiprocessing.set_executable",
	}},
	Judge: func(s *conformance.Scene) { s.Returned(conformance.Main, "path object", exit) },
})
