//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// This file is what the operating system keeps of a process, and a forked child can ask for. Systems that cannot fork do
// not have it.

// Umask sets the mask of permissions, and answers what it was.
//
//go:nosplit
//go:norace
func Umask(mask int) (before int) {
	old, _, _ := syscall.RawSyscall(syscall.SYS_UMASK, uintptr(mask), 0, 0)
	return int(old)
}

// Group is the id of this process's group.
//
//go:nosplit
//go:norace
func Group() (pid int) {
	group, _, _ := syscall.RawSyscall(syscall.SYS_GETPGID, 0, 0, 0)
	return int(group)
}

// Files is the most descriptors that this process may have: its soft limit.
//
//go:nosplit
//go:norace
func Files() (limit int64, errno syscall.Errno) {
	var both [2]int64 // the soft one and the hard one, on each system
	errno = readLimit(&both)
	return both[0], errno
}

// An Action is what a process does with a signal: nothing of its own, nothing at all, or the address of a function.
type Action uintptr

// The actions that are none of the process's own.
const (
	Default Action = 0
	Ignored Action = 1
)

// ActionOf is what this process does with a signal.
//
//go:nosplit
//go:norace
func ActionOf(signal syscall.Signal) (action Action, errno syscall.Errno) {
	var now [16]uintptr // enough for each system's structure
	errno = readAction(signal, &now)
	return Action(now[handlerWord]), errno
}

// Reset has this process do with a signal what processes do by default. Go's package os/signal does not take back that a
// process was started with an interrupt ignored.
//
//go:nosplit
//go:norace
func Reset(signal syscall.Signal) (errno syscall.Errno) {
	var zero [16]uintptr
	return writeAction(signal, &zero)
}

// Read reads once: less than there is room for, and nothing at the end of a file.
//
//go:nosplit
//go:norace
func Read(fd int, room []byte) (n int, errno syscall.Errno) {
	read, _, errno := syscall.RawSyscall(
		syscall.SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(room))), uintptr(len(room)))
	return int(read), errno
}

// Peek reads once from the beginning of a file, wherever others read it.
//
//go:nosplit
//go:norace
func Peek(fd int, room []byte) (n int, errno syscall.Errno) {
	read, _, errno := syscall.RawSyscall6(
		pread, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(room))), uintptr(len(room)), 0, 0, 0)
	return int(read), errno
}
