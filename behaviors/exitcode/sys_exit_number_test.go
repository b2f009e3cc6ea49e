package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitNumber(t *testing.T) {
	for role, id := range map[string]string{
		"exit-3": "exitcode-sys-exit-number", "exit-false": "exitcode-sys-exit-number-false", "exit-own": "exitcode-sys-exit-number-in-subclass",
	} {
		mutation.Check(t, wrongCode(id, role, 1)...)
	}
}
