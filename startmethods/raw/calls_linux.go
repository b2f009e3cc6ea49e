package raw

import (
	"syscall"
	"time"
	"unsafe"
)

// exit is the system call that ends all threads of a process.
const exit = syscall.SYS_EXIT_GROUP

// workingFolder is AT_FDCWD, which stands for the working folder. Newer machines have only the system calls that take a
// folder.
const workingFolder = ^uintptr(100 - 1)

// A timespec is C's struct timespec, where time_t is long. A forked child cannot call the conversion functions for the type
// in package syscall.
type timespec struct{ seconds, nanoseconds int }

// OpenAppend opens a file for appending, and creates it with mode 0600 if it does not exist.
//
//go:nosplit
//go:norace
func OpenAppend(path Path) (fd int, errno syscall.Errno) {
	opened, _, errno := syscall.RawSyscall6(syscall.SYS_OPENAT, workingFolder, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))),
		syscall.O_WRONLY|syscall.O_APPEND|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600, 0, 0)
	return int(opened), errno
}

// Exists reports whether a file with the given name exists.
//
//go:nosplit
//go:norace
func Exists(path Path) bool {
	_, _, errno := syscall.RawSyscall(
		syscall.SYS_FACCESSAT, workingFolder, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))), 0)
	return errno == 0
}

// Sleep sleeps for the given duration, or until a signal is handled.
//
//go:nosplit
//go:norace
func Sleep(duration time.Duration) {
	length := timespec{int(duration / time.Second), int(duration % time.Second)}
	_, _, _ = syscall.RawSyscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&length)), 0, 0)
}

// Now returns the time since 1970 in microseconds.
//
//go:nosplit
//go:norace
func Now() (microseconds int64) {
	var now timespec
	_, _, _ = syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, 0, uintptr(unsafe.Pointer(&now)), 0)
	return int64(now.seconds)*1e6 + int64(now.nanoseconds)/1e3
}
