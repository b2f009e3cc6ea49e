package obstacle

import "github.com/singdance/singdance/conformance"

// exit is the exit code of a child that ran, and the status of the further main process that started it.
const exit = 7

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-large-argv", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD start a child if the entries of sys.argv are larger than 128 KiB together.",
	Sources:   []conformance.Source{issue("144503", "a very large sys.argv stops the fork server")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "large argv", exit) },
})
