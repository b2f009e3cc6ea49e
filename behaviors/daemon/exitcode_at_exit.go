package daemon

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-exitcode-at-exit", Level: conformance.Extended, Program: program,
	Statement: "A daemonic child that is terminated when the main process ends SHOULD have the exit code -15.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.ExitCode(conformance.Main, "daemon"), "the exit code of the daemon").To(gomega.Equal(-15))
	},
})
