package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-target-inside-main-guard", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a target that is defined inside the main guard MUST run.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Event("enter", guarded)
		s.Expect(s.ExitCode(conformance.Main, guarded), "the exit code of the child").To(gomega.Equal(0))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-target-inside-main-guard-not-found", Level: conformance.Extended, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "Except under fork, a target that is defined inside the main guard SHOULD NOT run.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), source.PicklableProcess()},
	Judge: func(s *conformance.Scene) {
		s.ExitCode(conformance.Main, guarded)
		_, entered := s.First("enter", guarded)
		s.Check(!entered, "the target must not run", "it ran")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-target-inside-main-guard-exitcode", Level: conformance.Extended, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "Except under fork, the exit code of a child whose target is defined inside the main guard SHOULD be 1.",
	Sources:   []conformance.Source{source.PicklableProcess(), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.ExitCode(conformance.Main, guarded), "the exit code of the child").To(gomega.Equal(1))
	},
})

// guarded is the child whose target is defined inside the main guard.
const guarded = "guarded"
