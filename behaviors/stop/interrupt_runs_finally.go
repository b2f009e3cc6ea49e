package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-interrupt-runs-finally", Level: conformance.Core, Program: program,
	Statement: "A child that interrupt() ends MUST run its finally clauses.",
	Sources:   []conformance.Source{source.Process("interrupt")},
	Since:     "3.14",
	Requires:  conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		requireFinally(s)
		s.Accepted(conformance.Main, "status interrupted")
		s.Accepted(conformance.Main, "interrupt")
		s.Event("finally", "interrupted")
		_, left := s.First("leave", "interrupted")
		s.Check(!left, "the interrupt must end the target", "the target returned")
	},
})
