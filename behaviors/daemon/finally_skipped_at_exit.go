package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-finally-skipped-at-exit", Level: conformance.Core, Program: program,
	Statement: "A daemonic child that is terminated when the main process ends MUST NOT run its finally clauses.",
	Sources:   []conformance.Source{source.Process("terminate"), source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Event("enter", "daemon")
		_, ran := s.First("finally", "daemon")
		s.Check(!ran, "the finally clause of the daemon must not run", "it ran")
	},
})
