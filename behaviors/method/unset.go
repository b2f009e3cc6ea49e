package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// unsetting is the program that unsets the start method.
const unsetting = "unset-start-method"

var _ = group.Add(conformance.Behavior{
	ID: "method-unset-leaves-none", Level: conformance.Core, Program: unsetting,
	Statement: "set_start_method(None, force=True) MUST leave no start method set.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "set", s.Method)
		s.Returned(conformance.Main, "unset", nil)
		s.Returned(conformance.Main, "unset the default", nil)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "method-unset-allows-set", Level: conformance.Core, Program: unsetting,
	Statement: "After set_start_method(None, force=True), set_start_method() MUST accept a method without force.",
	Sources:   []conformance.Source{source.Function("set_start_method")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "unset")
		s.Returned(conformance.Main, "set after unset", s.Method)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "method-unset-restores-default", Level: conformance.Core, Program: unsetting,
	Statement: "After set_start_method(None, force=True), get_start_method() MUST return the default method.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "unset again")
		s.Returned(conformance.Main, "default after unset", s.Implementation.Default)
	},
})
