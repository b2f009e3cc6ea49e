package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-unknown-method-raises", Level: conformance.Core, Program: program,
	Statement: "get_context() with a name that no platform has MUST raise a ValueError.",
	Sources:   []conformance.Source{source.Function("get_context")},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "unknown context", "ValueError") },
})
