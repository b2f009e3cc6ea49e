//go:build unix

package startmethods

import (
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// passFiles adds files to those that a child inherits. It returns the names for inheritFile: their descriptors in the child.
func passFiles(attributes *os.ProcAttr, files ...*os.File) (names []string) {
	for _, file := range files {
		names = append(names, strconv.Itoa(len(attributes.Files)))
		attributes.Files = append(attributes.Files, file)
	}
	return names
}

// inheritFile returns a file that was passed to this process, and marks it close-on-exec.
func inheritFile(name string) (*os.File, error) {
	fd, err := strconv.Atoi(name)
	if err != nil {
		return nil, err
	}
	if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFD, unix.FD_CLOEXEC); err != nil {
		return nil, os.NewSyscallError("fcntl", err)
	}
	return os.NewFile(uintptr(fd), "inherited "+name), nil
}

// inheritSocket is like inheritFile for a socket. It makes the socket non-blocking, so that a goroutine that reads does not
// need a thread. Passing a file makes it blocking.
func inheritSocket(name string) (*os.File, error) {
	fd, err := strconv.Atoi(name)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, os.NewSyscallError("fcntl", err)
	}
	return inheritFile(name)
}

// acknowledged reports whether there is a byte in a pipe whose writer has ended. It does not wait for the end of the pipe,
// because another process may hold the other end, after a fork.
func acknowledged(pipe *os.File) bool {
	conn, err := pipe.SyscallConn()
	if err != nil {
		return false
	}
	var n int
	err = conn.Read(func(fd uintptr) bool {
		n, _ = unix.Read(int(fd), make([]byte, 1))
		return true
	})
	return err == nil && n == 1
}

// exitCode returns the exit code as multiprocessing reports it: a signal is a negative number.
func exitCode(state *os.ProcessState) int {
	if status, ok := state.Sys().(syscall.WaitStatus); ok {
		return statusCode(status)
	}
	return state.ExitCode()
}

func statusCode(status syscall.WaitStatus) int {
	if status.Signaled() {
		return -int(status.Signal())
	}
	return status.ExitStatus()
}

func terminate(process *os.Process) error { return process.Signal(unix.SIGTERM) }
func kill(process *os.Process) error      { return process.Signal(unix.SIGKILL) }
func interrupt(process *os.Process) error { return process.Signal(unix.SIGINT) }

// parentAlive reports whether the process that started this one runs. When it ends, this process gets another parent.
func parentAlive(pid int) bool { return os.Getppid() == pid }
