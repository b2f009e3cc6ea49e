package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-none-chooses-default", Level: conformance.Core, Program: unsetting,
	Statement: "set_start_method(None) MUST set the default method if none is set.",
	Sources:   []conformance.Source{source.Function("set_start_method")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "unset the default")
		s.Returned(conformance.Main, "set none", s.Implementation.Default)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "method-set-none-twice-raises", Level: conformance.Core, Program: unsetting,
	Statement: "set_start_method(None) MUST raise a RuntimeError if a method is set.",
	Sources:   []conformance.Source{source.Function("set_start_method")},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "set none again", "RuntimeError") },
})
