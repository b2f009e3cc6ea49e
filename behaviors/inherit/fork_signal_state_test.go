package inherit_test

import (
	"testing"
)

func TestForkSignalState(t *testing.T) {
	check(t, "a forked child handles no signals", forked(), setSignal(later, "handled", "default"), "inherit-fork-signal-state", "signals in the later child must be that of the main process")
}
