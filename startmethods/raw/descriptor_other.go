//go:build !(linux || darwin || freebsd || netbsd || dragonfly || windows)

package raw

import "syscall"

func descriptor(fd int) int { return fd }

func lock(fd int) error {
	return syscall.FcntlFlock(uintptr(fd), syscall.F_SETLK, &syscall.Flock_t{Type: syscall.F_WRLCK})
}
