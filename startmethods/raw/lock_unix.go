//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import "syscall"

// LockFile locks an open file until this process closes it or exits. It does not wait: if another process holds the lock, it
// returns an error.
//
//go:nosplit
//go:norace
func LockFile(fd int) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_FLOCK, uintptr(fd), syscall.LOCK_EX|syscall.LOCK_NB, 0)
	return errno
}
