package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-default-observed", Level: conformance.Observation, Program: program,
	Statement: "Which start method is the default.",
	Sources:   []conformance.Source{source.StartMethods()},
	Observe:   func(s *conformance.Scene) string { return s.Implementation.Default },
})
