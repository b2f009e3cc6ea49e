package startmethods

import (
	"runtime"
	"syscall"
)

// rawFork answers 0 in the child. Linux has fork as a special case of clone on all machines, with the signal that tells
// of the child's end as the only flag; where the flags stand among the arguments depends on the machine.
//
//go:nosplit
//go:norace
func rawFork() (pid int, errno syscall.Errno) {
	flags, stack := uintptr(syscall.SIGCHLD), uintptr(0)
	if runtime.GOARCH == "s390x" {
		flags, stack = stack, flags
	}
	child, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, flags, stack, 0, 0, 0, 0)
	return int(child), errno
}
