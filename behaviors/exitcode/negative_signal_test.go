package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestNegativeSignal(t *testing.T) {
	const id = "exitcode-negative-signal"
	mutation.Check(t, wrongCode(id, "killed-itself", 9)...)
	mutation.Check(t, mutation.WrongReturn("exitcode-negative-signal-not-on-windows", "status killed-itself", -9.0, in(conformance.Spawn).On(mutation.Windows), "")...)
}
