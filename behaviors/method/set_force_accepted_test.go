package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetForceAccepted(t *testing.T) {
	const id = "method-set-force-accepted"
	mutation.Check(t, mutation.Refused(id, "set with force", in()), mutation.Unreported(id, "set with force", in()))
}
