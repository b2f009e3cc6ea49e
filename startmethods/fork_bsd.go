//go:build freebsd || netbsd || dragonfly

package startmethods

import "syscall"

// rawFork answers 0 in the child. So does the kernel, in its first result: package syscall, which forks in the same way
// on these systems, tells the two processes apart by it. (The second result, 1 in the child, is for programs of System
// V.)
//
//go:nosplit
//go:norace
func rawFork() (pid int, errno syscall.Errno) {
	child, _, errno := syscall.RawSyscall(syscall.SYS_FORK, 0, 0, 0)
	return int(child), errno
}
