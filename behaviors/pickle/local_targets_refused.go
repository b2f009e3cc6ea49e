package pickle

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-local-targets-refused", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "start() SHOULD raise an error if the target is a lambda, a nested function or an instance of a local class.",
	Sources:   []conformance.Source{picklability(), whatCanBePickled()},
	Judge:     func(s *conformance.Scene) { expectRefused(s, localTargets()...) },
})
