//go:build linux || darwin || freebsd || netbsd || dragonfly

package raw

import (
	"syscall"
	"unsafe"
)

// Write makes one write(2) call. It may write less than all of the text.
//
//go:nosplit
//go:norace
func Write(fd int, text []byte) (n int, errno syscall.Errno) {
	written, _, errno := syscall.RawSyscall(
		syscall.SYS_WRITE, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(text))), uintptr(len(text)))
	return int(written), errno
}

// Close closes a descriptor.
//
//go:nosplit
//go:norace
func Close(fd int) (errno syscall.Errno) {
	_, _, errno = syscall.RawSyscall(syscall.SYS_CLOSE, uintptr(fd), 0, 0)
	return errno
}

// Getpid returns the ID of this process. A forked child cannot call os.Getpid.
//
//go:nosplit
//go:norace
func Getpid() int {
	pid, _, _ := syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
	return int(pid)
}

// Getppid returns the ID of the parent of this process.
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

// Exit exits this process with the given status, of which the system keeps the low 8 bits. It does not return.
//
//go:nosplit
//go:norace
func Exit(status int) {
	for {
		_, _, _ = syscall.RawSyscall(exit, uintptr(status), 0, 0)
	}
}
