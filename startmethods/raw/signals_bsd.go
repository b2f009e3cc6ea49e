//go:build darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// signals is a set of signals as the kernel has it. Darwin's is the first word of it.
type signals [4]uint32

// add adds a signal to the set.
//
//go:nosplit
//go:norace
func (s *signals) add(signal syscall.Signal) { s[uint(signal-1)/32] |= 1 << (uint(signal-1) % 32) }

// has says whether the signal is in the set.
//
//go:nosplit
//go:norace
func (s *signals) has(signal syscall.Signal) bool {
	return s[uint(signal-1)/32]&(1<<(uint(signal-1)%32)) != 0
}

// changeMask blocks signals, and answers those that were blocked before.
//
//go:nosplit
//go:norace
func changeMask(more *signals, before *signals) {
	const block = 1 // SIG_BLOCK
	_, _, _ = syscall.RawSyscall(sigprocmask, block, uintptr(unsafe.Pointer(more)), uintptr(unsafe.Pointer(before)))
}

// pending answers the blocked signals that have come.
//
//go:nosplit
//go:norace
func pending(come *signals) {
	_, _, _ = syscall.RawSyscall(sigpending, uintptr(unsafe.Pointer(come)), 0, 0)
}

// readAction reads what this process does with a signal, in the structure of the system.
//
//go:nosplit
//go:norace
func readAction(signal syscall.Signal, now *[16]uintptr) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(sigaction, uintptr(signal), 0, uintptr(unsafe.Pointer(now)), 0, 0, 0)
	return errno
}

// writeAction sets what this process does with a signal.
//
//go:nosplit
//go:norace
func writeAction(signal syscall.Signal, new *[16]uintptr) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(sigaction, uintptr(signal), uintptr(unsafe.Pointer(new)), 0, 0, 0, 0)
	return errno
}

// readLimit reads the limit of open files.
//
//go:nosplit
//go:norace
func readLimit(both *[2]int64) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_GETRLIMIT, syscall.RLIMIT_NOFILE, uintptr(unsafe.Pointer(both)), 0)
	return errno
}
