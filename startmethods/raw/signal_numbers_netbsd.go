package raw

import "syscall"

// Package syscall does not have the first two. They are __sigprocmask14 and __sigpending14 in NetBSD's syscalls.master; Go's
// runtime uses the former too. The third also takes a function to return from a handler, which the kernel ignores if there
// is no handler.
const (
	sigprocmask = 293
	sigpending  = 292
	sigaction   = syscall.SYS___SIGACTION_SIGTRAMP
	pread       = syscall.SYS_PREAD
)
