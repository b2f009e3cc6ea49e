//go:build freebsd || netbsd || dragonfly

package startmethods

import "syscall"

// rawFork returns 0 in the child, and the child's PID in the parent. So does the first result of the system call, which
// package syscall uses as well on these systems. (The second result, 1 in the child, is for System V programs.)
//
//go:nosplit
//go:norace
func rawFork() (pid int, errno syscall.Errno) {
	child, _, errno := syscall.RawSyscall(syscall.SYS_FORK, 0, 0, 0)
	return int(child), errno
}
