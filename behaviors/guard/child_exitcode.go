package guard

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-child-exitcode", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the exit code of each child SHOULD be 1.",
	Sources:   []conformance.Source{source.PicklableProcess(), source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, role := range children() {
			s.Expect(s.ExitCode(conformance.Main, role), "the exit code of %s", role).To(gomega.Equal(1))
		}
	},
})
