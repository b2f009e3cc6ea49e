package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitWaitsForChildren(t *testing.T) {
	mutation.Check(t, doesNotWait("sing-dance-sys-exit", "exit-sys-exit-waits-for-children")...)
}
