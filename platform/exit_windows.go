package platform

import (
	"os"
	"syscall"
)

// exitOf translates what GetExitCodeProcess said, without the sign that a 32-bit code has in some other places.
func exitOf(state *os.ProcessState) Exit {
	if status, ok := state.Sys().(syscall.WaitStatus); ok {
		return Exit{Code: int(status.ExitCode)}
	}
	return Exit{Code: state.ExitCode()}
}
