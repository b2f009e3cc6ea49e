package process

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "process-next-start-reaps-ended", Level: conformance.Core, Program: program,
	Statement: "start() of another process MUST join the children that have ended, so that no zombie of them is left.",
	Sources:   []conformance.Source{zombies()},
	Judge: func(s *conformance.Scene) {
		_, found := row(s, "named", "another-started")
		s.Check(!found, "the process table must not have the ended child after start() of another one", "it does")
	},
})
