package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-unknown-raises", Level: conformance.Core, Program: program,
	Statement: "set_start_method() with a name that no platform has MUST raise a ValueError.",
	Sources:   []conformance.Source{source.Function("get_context")},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "set unknown", "ValueError") },
})
