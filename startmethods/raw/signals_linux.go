package raw

import (
	"runtime"
	"syscall"
	"unsafe"
)

// signals is the kernel's set of signals. It has as many words as the largest set on any machine.
type signals [16 / unsafe.Sizeof(uintptr(0))]uintptr

// add adds a signal to the set.
//
//go:nosplit
//go:norace
func (s *signals) add(signal syscall.Signal) {
	const bits = 8 * unsafe.Sizeof(uintptr(0))
	s[uintptr(signal-1)/bits] |= 1 << (uintptr(signal-1) % bits)
}

// has reports whether the signal is in the set.
//
//go:nosplit
//go:norace
func (s *signals) has(signal syscall.Signal) bool {
	const bits = 8 * unsafe.Sizeof(uintptr(0))
	return s[uintptr(signal-1)/bits]&(1<<(uintptr(signal-1)%bits)) != 0
}

// maskArguments returns how this machine passes sets of signals: their size in bytes, and the value of SIG_BLOCK.
//
//go:nosplit
//go:norace
func maskArguments() (size, block uintptr) {
	switch runtime.GOARCH {
	case "mips", "mipsle", "mips64", "mips64le":
		return 16, 1
	}
	return 8, 0
}

// changeMask blocks the signals in more, and stores those that were blocked before.
//
//go:nosplit
//go:norace
func changeMask(more *signals, before *signals) {
	size, block := maskArguments()
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, block,
		uintptr(unsafe.Pointer(more)), uintptr(unsafe.Pointer(before)), size, 0, 0)
}

// pending stores the blocked signals that have arrived.
//
//go:nosplit
//go:norace
func pending(arrived *signals) {
	size, _ := maskArguments()
	_, _, _ = syscall.RawSyscall(syscall.SYS_RT_SIGPENDING, uintptr(unsafe.Pointer(arrived)), size, 0)
}

// readAction stores what this process does with a signal, in the system's structure.
//
//go:nosplit
//go:norace
func readAction(signal syscall.Signal, action *[16]uintptr) (errno syscall.Errno) {
	size, _ := maskArguments()
	_, _, errno = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(signal), 0, uintptr(unsafe.Pointer(action)), size, 0, 0)
	return errno
}

// writeAction sets what this process does with a signal, in the system's structure.
//
//go:nosplit
//go:norace
func writeAction(signal syscall.Signal, action *[16]uintptr) (errno syscall.Errno) {
	size, _ := maskArguments()
	_, _, errno = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(signal), uintptr(unsafe.Pointer(action)), 0, size, 0, 0)
	return errno
}
