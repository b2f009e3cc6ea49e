//go:build unix

package platform

import (
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// exitOf translates the status that wait(2) returned.
func exitOf(state *os.ProcessState) Exit {
	status, ok := state.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() {
		return Exit{Code: state.ExitCode()}
	}
	number := status.Signal()
	name := unix.SignalName(number)
	if name == "" {
		name = fmt.Sprintf("signal %d", int(number))
	}
	return Exit{Code: -int(number), Signal: name}
}
