package process

import (
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

// A zombie is not a contract: reaping a child at once is better.
var _ = group.Add(conformance.Behavior{
	ID: "process-unjoined-child-is-zombie", Level: conformance.Observation, Program: program,
	Statement: "Whether a child that has ended and was not joined is a zombie.",
	Sources:   []conformance.Source{zombies()},
	Observe: func(s *conformance.Scene) string {
		switch p, found := row(s, "named", "unjoined"); {
		case !found:
			return "no"
		case p.State == platform.Alive:
			return "it is alive"
		default:
			return "yes"
		}
	},
})
