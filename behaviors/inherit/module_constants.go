package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-module-constants", Level: conformance.Core, Program: program,
	Statement: "A constant of the main module MUST have its value in every child.",
	Sources:   []conformance.Source{source.Docs("Programming guidelines, global variables", "the-spawn-and-forkserver-start-methods")},
	Judge:     func(s *conformance.Scene) { expectSame(s, "constant") },
})
