//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import "syscall"

// Lock locks an open file for this process alone, until it closes it or ends. It does not wait: another process that has
// the lock is an error.
//
//go:nosplit
//go:norace
func Lock(fd int) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_FLOCK, uintptr(fd), syscall.LOCK_EX|syscall.LOCK_NB, 0)
	return errno
}
