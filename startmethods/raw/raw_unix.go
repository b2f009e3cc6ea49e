//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// Write is write(2), once: it may write less than all.
//
//go:nosplit
//go:norace
func Write(fd int, text []byte) (n int, errno syscall.Errno) {
	written, _, errno := syscall.RawSyscall(
		syscall.SYS_WRITE, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(text))), uintptr(len(text)))
	return int(written), errno
}

// Close is close(2).
//
//go:nosplit
//go:norace
func Close(fd int) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_CLOSE, uintptr(fd), 0, 0)
	return errno
}

// Getpid is this process's id. What package os would say is right as well; but that may not be asked here.
//
//go:nosplit
//go:norace
func Getpid() int {
	pid, _, _ := syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
	return int(pid)
}

// Getppid is the id of this process's parent.
//
//go:nosplit
//go:norace
func Getppid() int {
	ppid, _, _ := syscall.RawSyscall(syscall.SYS_GETPPID, 0, 0, 0)
	return int(ppid)
}

// Kill sends a signal to a process.
//
//go:nosplit
//go:norace
func Kill(pid int, signal syscall.Signal) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_KILL, uintptr(pid), uintptr(signal), 0)
	return errno
}

// Exit ends this process, and does not return. Of the status, the low 8 bits are kept.
//
//go:nosplit
//go:norace
func Exit(status int) {
	for {
		_, _, _ = syscall.RawSyscall(exit, uintptr(status), 0, 0)
	}
}
