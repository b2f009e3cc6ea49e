package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestLocalTargetsRefused(t *testing.T) {
	for _, role := range localTargets() {
		mutation.Check(t, refused(role, "pickle-local-targets-refused")...)
	}
}
