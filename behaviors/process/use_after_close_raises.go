package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-use-after-close-raises", Level: conformance.Core, Program: program,
	Statement: "After close(), each of start(), join() and terminate() MUST raise a ValueError.",
	Sources:   []conformance.Source{source.Process("close")},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "close joined")
		for _, what := range []string{"join closed", "start closed", "terminate closed"} {
			s.RefusedWith(conformance.Main, what, "ValueError")
		}
	},
})
