package pickle

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-function-inside-main-guard", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "If the target is a function that is defined inside the main guard, the child SHOULD fail with exit code 1 after start() has succeeded.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), whatCanBePickled()},
	Judge:     func(s *conformance.Scene) { expectFailsInChild(s, "guarded") },
})
