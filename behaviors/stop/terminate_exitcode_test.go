package stop_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTerminateExitcode(t *testing.T) {
	const id, reason = "stop-terminate-exitcode", "the exit code of the child that was terminated must be"
	mutation.Check(t, mutation.WrongReturn(id, "status terminated", -9.0, in(), reason)...)
	mutation.Check(t, mutation.WrongReturn(id, "status terminated", -9.0, macOS(), reason)...)
	mutation.Check(t, mutation.WrongReturn(id+"-on-windows", "status terminated", 1.0, windows(), reason)...)
	mutation.Check(t,
		unreported("terminate", id, "stop-terminate-skips-finally"),
		mutation.NotEntered("terminated", in(), id, "stop-terminate-skips-finally"),
		reaches("terminated", "leave", id, "the target of the child that was terminated must not reach its end"),
	)
}
