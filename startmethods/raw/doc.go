// Package raw contains what a forked child can call: system calls, and text in memory that was allocated before the fork.
//
// A forked child of a Go program has one thread and no scheduler, so it must not call a function that grows the stack,
// allocates or locks; see [github.com/singdance/singdance/startmethods.ForkedRunner]. On systems with fork, every function
// here except NewPath and NewText is marked go:nosplit, and makes at most one system call, without informing Go's scheduler.
// In an ordinary goroutine, such a call keeps the processor busy until it returns.
//
// On other systems most of the functions exist too, as ordinary functions, so that a target needs no build constraints. The
// exceptions are Umask, Getpgrp, FileLimit, SignalAction, ResetSignal, Read and ReadAtStart: an ordinary process has other
// packages for them.
//
// An error number of 0 means that there was no error.
package raw

// A Path is a file name in the form that the kernel takes.
type Path struct{ name []byte }

// NewPath returns the path for a file name. It allocates, so call it before the fork.
func NewPath(name string) Path { return Path{append([]byte(name), 0)} }
