package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-unavailable-raises", Level: conformance.Extended, Program: program,
	Statement: "set_start_method() with a start method that the platform does not have SHOULD raise a ValueError.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Line("3.14.10", "Lib/multiprocessing/context.py", 267)},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return len(unavailable(i)) > 0 },
		Reason: "where spawn, fork and forkserver are all available",
	},
	Judge: func(s *conformance.Scene) {
		for _, method := range unavailable(s.Implementation) {
			s.RefusedWith(conformance.Main, "unavailable "+method, "ValueError")
		}
	},
})
