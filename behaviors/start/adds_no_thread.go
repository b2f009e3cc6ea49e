package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-adds-no-thread", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD add no thread to the main process.",
	Sources:   []conformance.Source{starting()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "threads", "the threads") },
})
