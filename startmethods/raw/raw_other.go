//go:build !(linux || darwin || freebsd || netbsd || dragonfly)

package raw

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Write writes once: it may write less than all.
func Write(fd int, text []byte) (n int, errno syscall.Errno) {
	n, err := syscall.Write(descriptor(fd), text)
	return max(n, 0), number(err)
}

// Close closes a descriptor.
func Close(fd int) (errno syscall.Errno) { return number(syscall.Close(descriptor(fd))) }

// Getpid is this process's id.
func Getpid() int { return os.Getpid() }

// Getppid is the id of this process's parent.
func Getppid() int { return os.Getppid() }

// Kill sends a signal to a process, as far as the system has signals.
func Kill(pid int, signal syscall.Signal) (errno syscall.Errno) {
	process, err := os.FindProcess(pid)
	if err != nil {
		return number(err)
	}
	return number(process.Signal(signal))
}

// Block does nothing: an ordinary process has Go's way with signals, package os/signal.
func Block(syscall.Signal) {}

// Pending says that no signal has come, as none is blocked.
func Pending(syscall.Signal) bool { return false }

// Lock locks an open file for this process alone, until it closes it or ends. It does not wait: another process that has
// the lock is an error.
func Lock(fd int) (errno syscall.Errno) { return number(lock(fd)) }

// Exit ends this process, and does not return.
func Exit(status int) { os.Exit(status) }

// Append opens a file for appending, and makes it with the permissions 0600 if it is not there.
func Append(path Path) (fd int, errno syscall.Errno) {
	opened, err := syscall.Open(path.text(), syscall.O_WRONLY|syscall.O_APPEND|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600)
	return int(uintptr(opened)), number(err) // an int or, on Windows, a handle
}

// Exists says whether there is a file of that name.
func Exists(path Path) bool {
	_, err := os.Stat(path.text())
	return err == nil
}

// Sleep waits for so long.
func Sleep(duration time.Duration) { time.Sleep(duration) }

// Now is the time since 1970 in microseconds.
func Now() (microseconds int64) { return time.Now().UnixMicro() }

func (p Path) text() string { return string(p.name[:len(p.name)-1]) }

// number is the number of an error.
func number(err error) syscall.Errno {
	if err == nil {
		return 0
	}
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno
	}
	return syscall.EINVAL
}
