package raw

import "syscall"

// Package syscall does not list the first two; they are __sigprocmask14 and __sigpending14 in NetBSD's syscalls.master,
// and the former in Go's runtime. The third takes a function to return by as well, which is not looked at where no
// handler is set.
const (
	sigprocmask = 293
	sigpending  = 292
	sigaction   = syscall.SYS___SIGACTION_SIGTRAMP
	pread       = syscall.SYS_PREAD
)
