package raw

// Package syscall does not list these; they are __sigprocmask14 and __sigpending14 in NetBSD's syscalls.master, and the
// former in Go's runtime.
const (
	sigprocmask = 293
	sigpending  = 292
)
