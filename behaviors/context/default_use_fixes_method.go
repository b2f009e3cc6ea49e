package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-default-use-fixes-method", Level: conformance.Core, Program: program,
	Statement: "After get_context() or get_start_method() has set the default start method, set_start_method() MUST raise a RuntimeError.",
	Sources:   []conformance.Source{source.Function("get_context"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		for _, use := range []string{"get_context()", "get_start_method()"} {
			s.Returned(conformance.Main, "chosen after "+use, s.Implementation.Default)
			s.RefusedWith(conformance.Main, "choose after "+use, "RuntimeError")
		}
	},
})
