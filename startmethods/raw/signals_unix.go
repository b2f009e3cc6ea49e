//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import "syscall"

// BlockSignal blocks a signal in this process. A forked child cannot have a signal handler; it can block a signal and ask
// SignalPending whether it has arrived.
//
//go:nosplit
//go:norace
func BlockSignal(signal syscall.Signal) {
	var set signals
	set.add(signal)
	changeMask(&set, nil)
}

// SignalPending reports whether a blocked signal has arrived.
//
//go:nosplit
//go:norace
func SignalPending(signal syscall.Signal) bool {
	var set signals
	pending(&set)
	return set.has(signal)
}
