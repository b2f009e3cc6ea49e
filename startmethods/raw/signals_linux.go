package raw

import (
	"runtime"
	"syscall"
	"unsafe"
)

// signals is a set of signals as the kernel has it: as many words as the largest set needs.
type signals [16 / unsafe.Sizeof(uintptr(0))]uintptr

// add adds a signal to the set.
//
//go:nosplit
//go:norace
func (s *signals) add(signal syscall.Signal) {
	const bits = 8 * unsafe.Sizeof(uintptr(0))
	s[uintptr(signal-1)/bits] |= 1 << (uintptr(signal-1) % bits)
}

// has says whether the signal is in the set.
//
//go:nosplit
//go:norace
func (s *signals) has(signal syscall.Signal) bool {
	const bits = 8 * unsafe.Sizeof(uintptr(0))
	return s[uintptr(signal-1)/bits]&(1<<(uintptr(signal-1)%bits)) != 0
}

// kind is how sets of signals are passed on this machine: their size in bytes, and the number of SIG_BLOCK.
//
//go:nosplit
//go:norace
func kind() (size, block uintptr) {
	switch runtime.GOARCH {
	case "mips", "mipsle", "mips64", "mips64le":
		return 16, 1
	}
	return 8, 0
}

// changeMask blocks signals, and answers those that were blocked before.
//
//go:nosplit
//go:norace
func changeMask(more *signals, before *signals) {
	size, block := kind()
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, block,
		uintptr(unsafe.Pointer(more)), uintptr(unsafe.Pointer(before)), size, 0, 0)
}

// pending answers the blocked signals that have come.
//
//go:nosplit
//go:norace
func pending(come *signals) {
	size, _ := kind()
	_, _, _ = syscall.RawSyscall(syscall.SYS_RT_SIGPENDING, uintptr(unsafe.Pointer(come)), size, 0)
}

// readAction reads what this process does with a signal, in the structure of the system.
//
//go:nosplit
//go:norace
func readAction(signal syscall.Signal, now *[16]uintptr) (errno syscall.Errno) {
	size, _ := kind()
	_, _, errno = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(signal), 0, uintptr(unsafe.Pointer(now)), size, 0, 0)
	return errno
}

// writeAction sets what this process does with a signal.
//
//go:nosplit
//go:norace
func writeAction(signal syscall.Signal, new *[16]uintptr) (errno syscall.Errno) {
	size, _ := kind()
	_, _, errno = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(signal), uintptr(unsafe.Pointer(new)), 0, size, 0, 0)
	return errno
}
