package raw

import (
	"syscall"
	"time"
	"unsafe"
)

// exit is the system call that ends all threads of a process.
const exit = syscall.SYS_EXIT_GROUP

// here stands for the working folder where a file name is relative (AT_FDCWD). The newer machines that Linux runs on have
// only the calls that take a folder.
const here = ^uintptr(100 - 1)

// A timespec is C's, where time_t is long. Package syscall has the same; but its conversions may not be called here.
type timespec struct{ seconds, nanoseconds int }

// Append opens a file for appending, and makes it with the permissions 0600 if it is not there.
//
//go:nosplit
//go:norace
func Append(path Path) (fd int, errno syscall.Errno) {
	opened, _, errno := syscall.RawSyscall6(syscall.SYS_OPENAT, here, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))),
		syscall.O_WRONLY|syscall.O_APPEND|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600, 0, 0)
	return int(opened), errno
}

// Exists says whether there is a file of that name.
//
//go:nosplit
//go:norace
func Exists(path Path) bool {
	_, _, errno := syscall.RawSyscall(
		syscall.SYS_FACCESSAT, here, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))), 0)
	return errno == 0
}

// Sleep waits for so long, or until a signal is handled.
//
//go:nosplit
//go:norace
func Sleep(duration time.Duration) {
	length := timespec{int(duration / time.Second), int(duration % time.Second)}
	_, _, _ = syscall.RawSyscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&length)), 0, 0)
}

// Now is the time since 1970 in microseconds.
//
//go:nosplit
//go:norace
func Now() (microseconds int64) {
	var now timespec
	_, _, _ = syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, 0, uintptr(unsafe.Pointer(&now)), 0)
	return int64(now.seconds)*1e6 + int64(now.nanoseconds)/1e3
}
