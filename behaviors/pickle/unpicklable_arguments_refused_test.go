package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnpicklableArgumentsRefused(t *testing.T) {
	for _, role := range unpicklableArguments() {
		mutation.Check(t, refused(role, "pickle-unpicklable-arguments-refused")...)
	}
}
