package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-reports-its-method", Level: conformance.Core, Program: program,
	Statement: "get_start_method() of the context of a start method MUST return that method.",
	Sources:   []conformance.Source{source.Function("get_context"), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "method of the context", s.Method) },
})
