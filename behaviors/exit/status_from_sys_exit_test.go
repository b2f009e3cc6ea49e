package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStatusFromSysExitKept(t *testing.T) {
	const id, program = "exit-status-from-sys-exit-kept", "sing-dance-sys-exit"
	mutation.Check(t,
		exitStatus(program, 0, map[string]string{id: "the exit status of the main process must be 7; it is 0"}),
		exitStatus(program, 1, map[string]string{id: "the exit status of the main process must be 7; it is 1"}),
		exitStatus(program, -1, map[string]string{id: "the main process must end"}),
	)
}
