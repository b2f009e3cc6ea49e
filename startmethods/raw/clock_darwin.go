package raw

import (
	"syscall"
	"time"
	"unsafe"
)

// Sleep sleeps for the given duration, or until a signal is handled. Darwin has no system call nanosleep, so this is a
// select without descriptors and with a timeout.
//
//go:nosplit
//go:norace
func Sleep(duration time.Duration) {
	length := syscall.Timeval{Sec: int64(duration / time.Second), Usec: int32(duration % time.Second / time.Microsecond)}
	_, _, _ = syscall.RawSyscall6(syscall.SYS_SELECT, 0, 0, 0, 0, uintptr(unsafe.Pointer(&length)), 0)
}

// Now returns the time since 1970 in microseconds. Darwin has no system call clock_gettime. gettimeofday is one, and fills
// its argument since macOS 10.12.
//
//go:nosplit
//go:norace
func Now() (microseconds int64) {
	var now syscall.Timeval
	_, _, _ = syscall.RawSyscall(syscall.SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(&now)), 0, 0)
	return now.Sec*1e6 + int64(now.Usec)
}
