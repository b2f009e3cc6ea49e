package pickle_test

import (
	"slices"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestNotNeededUnderFork(t *testing.T) {
	const id = "pickle-not-needed-under-fork"
	for _, role := range slices.Concat(localTargets(), unpicklableArguments()) {
		mutation.Check(t, mutation.NotEntered(role, in(conformance.Fork), id))
	}
}
