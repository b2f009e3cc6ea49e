package platform

import (
	"os"
	"syscall"
)

// exitOf translates the code that GetExitCodeProcess returned. The code is unsigned here, while some other interfaces
// show it as a signed number.
func exitOf(state *os.ProcessState) Exit {
	if status, ok := state.Sys().(syscall.WaitStatus); ok {
		return Exit{Code: int(status.ExitCode)}
	}
	return Exit{Code: state.ExitCode()}
}
