package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitLargeNumber(t *testing.T) {
	const id, onWindows = "exitcode-sys-exit-large-number", "exitcode-sys-exit-large-number-on-windows"
	windows := in(conformance.Spawn).On(mutation.Windows)
	mutation.Check(t, wrongCode(id, "exit-300", 300)...)
	mutation.Check(t, wrongCode(id, "exit-minus-1", -1)...)
	mutation.Check(t, mutation.WrongReturn(onWindows, "status exit-300", 44.0, windows, "")...)
	mutation.Check(t, mutation.WrongReturn(onWindows, "status exit-minus-1", -1.0, windows, "")...)
}
