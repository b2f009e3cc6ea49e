package startmethods

import "syscall"

// rawFork answers 0 in the child. The kernel does not: its first result is the child's id in both processes, and its
// second is 0 in the parent and 1 in the child. What C's fork does beyond that is for C's memory allocator and threads,
// which a child here does not use.
//
//go:nosplit
//go:norace
func rawFork() (pid int, errno syscall.Errno) {
	child, second, errno := syscall.RawSyscall(syscall.SYS_FORK, 0, 0, 0)
	if second == 1 && errno == 0 {
		return 0, 0
	}
	return int(child), errno
}
