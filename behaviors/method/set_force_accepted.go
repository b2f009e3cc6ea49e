package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-force-accepted", Level: conformance.Core, Program: program,
	Statement: "A second set_start_method() with force=True MUST succeed.",
	Sources:   []conformance.Source{source.Function("set_start_method")},
	Judge:     func(s *conformance.Scene) { s.Accepted(conformance.Main, "set with force") },
})
