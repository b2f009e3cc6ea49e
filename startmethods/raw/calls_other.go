//go:build !(linux || darwin || freebsd || netbsd || dragonfly)

package raw

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Write makes one write(2) call. It may write less than all of the text.
func Write(fd int, text []byte) (n int, errno syscall.Errno) {
	n, err := syscall.Write(descriptor(fd), text)
	return max(n, 0), number(err)
}

// Close closes a descriptor.
func Close(fd int) (errno syscall.Errno) { return number(syscall.Close(descriptor(fd))) }

// Getpid returns the ID of this process.
func Getpid() int { return os.Getpid() }

// Getppid returns the ID of the parent of this process.
func Getppid() int { return os.Getppid() }

// Kill sends a signal to a process, if the system has signals.
func Kill(pid int, signal syscall.Signal) (errno syscall.Errno) {
	process, err := os.FindProcess(pid)
	if err != nil {
		return number(err)
	}
	return number(process.Signal(signal))
}

// BlockSignal does nothing. An ordinary process uses package os/signal.
func BlockSignal(syscall.Signal) {}

// SignalPending returns false, because BlockSignal blocks nothing.
func SignalPending(syscall.Signal) bool { return false }

// LockFile locks an open file until this process closes it or exits. It does not wait: if another process holds the lock, it
// returns an error.
func LockFile(fd int) (errno syscall.Errno) { return number(lock(fd)) }

// Exit exits this process with the given status. It does not return.
func Exit(status int) { os.Exit(status) }

// OpenAppend opens a file for appending, and creates it with mode 0600 if it does not exist.
func OpenAppend(path Path) (fd int, errno syscall.Errno) {
	opened, err := syscall.Open(path.text(), syscall.O_WRONLY|syscall.O_APPEND|syscall.O_CREAT|syscall.O_CLOEXEC, 0o600)
	return int(uintptr(opened)), number(err) // an int or, on Windows, a handle
}

// Exists reports whether a file with the given name exists.
func Exists(path Path) bool {
	_, err := os.Stat(path.text())
	return err == nil
}

// Sleep sleeps for the given duration.
func Sleep(duration time.Duration) { time.Sleep(duration) }

// Now returns the time since 1970 in microseconds.
func Now() (microseconds int64) { return time.Now().UnixMicro() }

func (p Path) text() string { return string(p.name[:len(p.name)-1]) }

// number returns the number of an error.
func number(err error) syscall.Errno {
	if err == nil {
		return 0
	}
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno
	}
	return syscall.EINVAL
}
