package pickle

import (
	"slices"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-not-needed-under-fork", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a target or an argument that cannot be pickled, such as a lambda, MUST reach the child.",
	Sources:   []conformance.Source{source.StartMethods(), picklability()},
	Judge: func(s *conformance.Scene) {
		roles := slices.Concat(localTargets(), unpicklableArguments(), []string{"guarded", "unpickling-fails", "exception", "process"})
		for _, role := range available(s, roles...) {
			received(s, role)
		}
	},
})
