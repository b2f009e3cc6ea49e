package raw

import (
	"syscall"
	"unsafe"
)

const pread = syscall.SYS_PREAD64

// readLimit stores the soft and the hard limit of open descriptors. The older system call getrlimit has 32-bit numbers on some
// machines, and does not exist on newer ones.
//
//go:nosplit
//go:norace
func readLimit(both *[2]int64) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(
		syscall.SYS_PRLIMIT64, 0, syscall.RLIMIT_NOFILE, 0, uintptr(unsafe.Pointer(both)), 0, 0)
	return errno
}
