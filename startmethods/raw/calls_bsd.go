//go:build darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// exit is the system call that ends all threads of a process.
const exit = syscall.SYS_EXIT

// OpenAppend opens a file for appending, and creates it with mode 0600 if it does not exist.
//
//go:nosplit
//go:norace
func OpenAppend(path Path) (fd int, errno syscall.Errno) {
	opened, _, errno := syscall.RawSyscall(syscall.SYS_OPEN, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))),
		syscall.O_WRONLY|syscall.O_APPEND|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600)
	return int(opened), errno
}

// Exists reports whether a file with the given name exists.
//
//go:nosplit
//go:norace
func Exists(path Path) bool {
	_, _, errno := syscall.RawSyscall(
		syscall.SYS_ACCESS, uintptr(unsafe.Pointer(unsafe.SliceData(path.name))), 0, 0)
	return errno == 0
}
