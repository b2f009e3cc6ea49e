//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// The functions in this file read and change what the operating system stores for a process. They do not exist on systems
// without fork.

// Umask sets the file mode creation mask, and returns the previous one.
//
//go:nosplit
//go:norace
func Umask(mask int) (before int) {
	old, _, _ := syscall.RawSyscall(syscall.SYS_UMASK, uintptr(mask), 0, 0)
	return int(old)
}

// Getpgrp returns the ID of the process group of this process.
//
//go:nosplit
//go:norace
func Getpgrp() (pid int) {
	group, _, _ := syscall.RawSyscall(syscall.SYS_GETPGID, 0, 0, 0)
	return int(group)
}

// FileLimit returns the soft limit of open descriptors.
//
//go:nosplit
//go:norace
func FileLimit() (limit int64, errno syscall.Errno) {
	var both [2]int64 // the soft one and the hard one, on each system
	errno = readLimit(&both)
	return both[0], errno
}

// A SignalHandling is what a process does with a signal: SignalDefault, SignalIgnored, or the address of a handler.
type SignalHandling uintptr

// What a process does with a signal that it does not handle.
const (
	SignalDefault SignalHandling = 0
	SignalIgnored SignalHandling = 1
)

// SignalAction returns what this process does with a signal.
//
//go:nosplit
//go:norace
func SignalAction(signal syscall.Signal) (handling SignalHandling, errno syscall.Errno) {
	var now [16]uintptr // large enough for the structure of each system
	errno = readAction(signal, &now)
	return SignalHandling(now[handlerWord]), errno
}

// ResetSignal resets what this process does with a signal to the default. Package os/signal cannot undo that a process was
// started with SIGINT ignored.
//
//go:nosplit
//go:norace
func ResetSignal(signal syscall.Signal) (errno syscall.Errno) {
	var zero [16]uintptr
	return writeAction(signal, &zero)
}

// Read makes one read(2) call. It may read less than there is room for. It reads nothing at the end of the file.
//
//go:nosplit
//go:norace
func Read(fd int, room []byte) (n int, errno syscall.Errno) {
	read, _, errno := syscall.RawSyscall(
		syscall.SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(room))), uintptr(len(room)))
	return int(read), errno
}

// ReadAtStart is like Read, but reads from the beginning of the file, and does not move the file offset.
//
//go:nosplit
//go:norace
func ReadAtStart(fd int, room []byte) (n int, errno syscall.Errno) {
	read, _, errno := syscall.RawSyscall6(
		pread, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(room))), uintptr(len(room)), 0, 0, 0)
	return int(read), errno
}
