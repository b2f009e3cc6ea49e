//go:build darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// signals is the kernel's set of signals. Darwin uses only its first word.
type signals [4]uint32

// add adds a signal to the set.
//
//go:nosplit
//go:norace
func (s *signals) add(signal syscall.Signal) { s[uint(signal-1)/32] |= 1 << (uint(signal-1) % 32) }

// has reports whether the signal is in the set.
//
//go:nosplit
//go:norace
func (s *signals) has(signal syscall.Signal) bool {
	return s[uint(signal-1)/32]&(1<<(uint(signal-1)%32)) != 0
}

// changeMask blocks the signals in more, and stores those that were blocked before.
//
//go:nosplit
//go:norace
func changeMask(more *signals, before *signals) {
	const block = 1 // SIG_BLOCK
	_, _, _ = syscall.RawSyscall(sigprocmask, block, uintptr(unsafe.Pointer(more)), uintptr(unsafe.Pointer(before)))
}

// pending stores the blocked signals that have arrived.
//
//go:nosplit
//go:norace
func pending(arrived *signals) {
	_, _, _ = syscall.RawSyscall(sigpending, uintptr(unsafe.Pointer(arrived)), 0, 0)
}

// readAction stores what this process does with a signal, in the system's structure.
//
//go:nosplit
//go:norace
func readAction(signal syscall.Signal, action *[16]uintptr) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(sigaction, uintptr(signal), 0, uintptr(unsafe.Pointer(action)), 0, 0, 0)
	return errno
}

// writeAction sets what this process does with a signal, in the system's structure.
//
//go:nosplit
//go:norace
func writeAction(signal syscall.Signal, action *[16]uintptr) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(sigaction, uintptr(signal), uintptr(unsafe.Pointer(action)), 0, 0, 0, 0)
	return errno
}

// readLimit stores the soft and the hard limit of open descriptors.
//
//go:nosplit
//go:norace
func readLimit(both *[2]int64) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_GETRLIMIT, syscall.RLIMIT_NOFILE, uintptr(unsafe.Pointer(both)), 0)
	return errno
}
