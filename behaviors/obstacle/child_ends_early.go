package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-child-ends-early", Level: conformance.Extended, Program: program,
	Methods: []string{conformance.Spawn}, Requires: conformance.POSIX,
	Statement: "start() SHOULD end if the child ends before it has read its data.",
	Sources:   []conformance.Source{issue("118981", "start() hangs if the child dies early")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "early end", true) },
})
