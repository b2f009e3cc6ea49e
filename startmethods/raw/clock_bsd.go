//go:build freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"time"
	"unsafe"
)

// A timespec is C's struct timespec with a 64-bit time_t, which these systems have except FreeBSD on 386. A forked child
// cannot call the conversion functions for the type in package syscall.
type timespec struct {
	seconds     int64
	nanoseconds int
}

// Sleep sleeps for the given duration, or until a signal is handled.
//
//go:nosplit
//go:norace
func Sleep(duration time.Duration) {
	length := timespec{int64(duration / time.Second), int(duration % time.Second)}
	_, _, _ = syscall.RawSyscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&length)), 0, 0)
}

// Now returns the time since 1970 in microseconds.
//
//go:nosplit
//go:norace
func Now() (microseconds int64) {
	var now timespec
	_, _, _ = syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, 0, uintptr(unsafe.Pointer(&now)), 0)
	return now.seconds*1e6 + int64(now.nanoseconds)/1e3
}
