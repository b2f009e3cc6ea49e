package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-returns-itself", Level: conformance.Core, Program: program,
	Statement: "get_context() of a context MUST return that context.",
	Sources:   []conformance.Source{source.Function("get_context"), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "context of the context", true) },
})
