//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import "syscall"

// Block keeps a signal from a forked child, which can have no handler for it: Pending says whether it has come.
//
//go:nosplit
//go:norace
func Block(signal syscall.Signal) {
	var set signals
	set.add(signal)
	changeMask(&set, nil)
}

// Pending says whether a signal has come that this process blocks.
//
//go:nosplit
//go:norace
func Pending(signal syscall.Signal) bool {
	var set signals
	pending(&set)
	return set.has(signal)
}
