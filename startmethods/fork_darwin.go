package startmethods

import "syscall"

// rawFork returns 0 in the child, and the child's PID in the parent. The first result of the system call is the child's PID
// in both; the second is 0 in the parent and 1 in the child. C's fork does more, for C's memory allocator and threads,
// which a child does not use here.
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
