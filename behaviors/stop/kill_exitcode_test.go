package stop_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestKillExitcode(t *testing.T) {
	const id, reason = "stop-kill-exitcode", "the exit code of the child that was killed must be"
	mutation.Check(t, mutation.WrongReturn(id, "status killed", 0.0, in(), reason)...)
	mutation.Check(t, mutation.WrongReturn(id, "status killed", -15.0, macOS(), reason)...)
	mutation.Check(t, mutation.WrongReturn(id+"-on-windows", "status killed", -9.0, windows(), reason)...)
	mutation.Check(t,
		unreported("kill", id, "stop-terminate-skips-finally"),
		mutation.NotEntered("killed", in(), id, "stop-terminate-skips-finally"),
		reaches("killed", "leave", id, "the target of the child that was killed must not reach its end"),
	)
}
