package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkSignalState(t *testing.T) {
	mutation.CheckFails(t, "a forked child handles no signals", forked(), setSignal(later, "handled", "default"), "inherit-fork-signal-state", "signals in the later child must be that of the main process")
}
