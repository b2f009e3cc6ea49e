package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-unknown-raises", Level: conformance.Extended, Program: program,
	Statement: "set_start_method() with a name that no platform has SHOULD raise a ValueError.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Line("3.14.10", "Lib/multiprocessing/context.py", 267)},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "set unknown", "ValueError") },
})
