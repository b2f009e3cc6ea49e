//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"syscall"

	"github.com/singdance/singdance/startmethods/raw"
)

// BareFork forks and waits, and does nothing else. BenchmarkFork compares with it.
func BareFork() error {
	pid, errno := bareFork()
	if errno != 0 {
		return errno
	}
	_, err := syscall.Wait4(pid, nil, 0, nil)
	return err
}

//go:noinline
//go:nosplit
//go:norace
func bareFork() (pid int, errno syscall.Errno) {
	beforeFork()
	pid, errno = rawFork()
	if pid == 0 && errno == 0 {
		raw.Exit(0)
	}
	afterFork()
	return pid, errno
}
