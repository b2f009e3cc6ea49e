//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"syscall"

	"github.com/singdance/singdance/startmethods/raw"
)

// die kills this process.
//
//go:nosplit
//go:norace
func die() { _ = raw.Kill(raw.Getpid(), syscall.SIGKILL) }
