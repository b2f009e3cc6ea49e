package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-non-iterable-raises", Level: conformance.Extended, Program: lifecycle,
	Statement: "Process() SHOULD raise a TypeError if args is a number.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "number as arguments", "TypeError") },
})
