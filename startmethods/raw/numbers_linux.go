package raw

import (
	"syscall"
	"unsafe"
)

const pread = syscall.SYS_PREAD64

// readLimit reads the limit of open files. The older call has numbers of 32 bits on some machines, and is missing on
// newer ones.
//
//go:nosplit
//go:norace
func readLimit(both *[2]int64) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall6(
		syscall.SYS_PRLIMIT64, 0, syscall.RLIMIT_NOFILE, 0, uintptr(unsafe.Pointer(both)), 0, 0)
	return errno
}
