package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUncaughtKeyboardInterrupt(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-uncaught-keyboard-interrupt", "interrupt-raised", -2)...)
}
