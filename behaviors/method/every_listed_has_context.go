package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-every-listed-has-context", Level: conformance.Core, Program: program,
	Statement: "get_context() MUST return a context for every start method that get_all_start_methods() returns.",
	Sources:   []conformance.Source{source.Function("get_context"), source.Function("get_all_start_methods")},
	Judge: func(s *conformance.Scene) {
		for _, method := range s.Implementation.Methods {
			s.Accepted(conformance.Main, "context "+method)
		}
	},
})
