package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitNumber(t *testing.T) {
	for _, role := range []string{"exit-3", "exit-false", "exit-own"} {
		mutation.Check(t, wrongCode("exitcode-sys-exit-number", role, 1)...)
	}
}
