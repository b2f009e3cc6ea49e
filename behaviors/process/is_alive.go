package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-is-alive-false-after-end", Level: conformance.Core, Program: ends,
	Statement: "is_alive() MUST be False for a child that has ended, even if it was not joined.",
	Sources:   []conformance.Source{source.Process("is_alive")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "is_alive ended", false) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-is-alive-reaps-ended", Level: conformance.Core, Program: ends,
	Statement: "is_alive() MUST join a child that has ended, so that no zombie of it is left.",
	Sources:   []conformance.Source{zombies()},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "is_alive ended")
		_, found := row(s, "quick", "asked")
		s.Check(!found, "the process table must not have the ended child after is_alive()", "it does")
	},
})
