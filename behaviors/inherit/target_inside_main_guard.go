package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-target-inside-main-guard", Level: conformance.Core, Program: program,
	Statement: "A target that is defined inside the main guard MUST run exactly under fork; otherwise the child has exit code 1.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		code := s.ExitCode(conformance.Main, "guarded")
		if s.Method == conformance.Fork {
			s.Event("enter", "guarded")
			s.Expect(code, "the exit code of the child").To(gomega.Equal(0))
			return
		}
		_, entered := s.First("enter", "guarded")
		s.Check(!entered, "the target must not run", "it ran")
		s.Expect(code, "the exit code of the child").To(gomega.Equal(1))
	},
})
