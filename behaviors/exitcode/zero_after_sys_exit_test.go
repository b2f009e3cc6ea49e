package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestZeroAfterSysExitWithoutStatus(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-zero-after-sys-exit-without-status", "exit", 1)...)
}
