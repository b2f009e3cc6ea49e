package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSignalHandlersReset(t *testing.T) {
	const id = "inherit-signal-handlers-reset"
	mutation.CheckFails(t, "a child handles the signal", importing(), setSignal(first, "handled", "handled"), id, "the action of the signal in the first child")
	mutation.CheckFails(t, "the main process does not handle the signal", importing(), setSignal(conformance.Main, "handled", "default"), id, "the action of the signal in the main process")
}
