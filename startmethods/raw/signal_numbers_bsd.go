//go:build darwin || freebsd || dragonfly

package raw

import "syscall"

const (
	sigprocmask = syscall.SYS_SIGPROCMASK
	sigpending  = syscall.SYS_SIGPENDING
	sigaction   = syscall.SYS_SIGACTION
)
