package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUseAfterCloseRaises(t *testing.T) {
	const id = "process-use-after-close-raises"
	for _, what := range []string{"join closed", "start closed", "terminate closed"} {
		mutation.Check(t, mutation.Accepted(id, what, in()), otherError(id, what))
	}
}
