package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-returns-itself", Level: conformance.Extended, Program: program,
	Statement: "get_context() of a context SHOULD return that context.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/context.py", 196), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "context of the context", true) },
})
