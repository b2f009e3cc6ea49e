package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-twice-raises", Level: conformance.Core, Program: program,
	Statement: "A second set_start_method() without force=True MUST raise a RuntimeError.",
	Sources:   []conformance.Source{source.Function("set_start_method")},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "set again", "RuntimeError") },
})
