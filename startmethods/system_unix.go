//go:build unix

package startmethods

import (
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// bequeath adds files to what a child inherits, and answers by which names the child finds them: their numbers.
func bequeath(attributes *os.ProcAttr, files ...*os.File) (names []string) {
	for _, file := range files {
		names = append(names, strconv.Itoa(len(attributes.Files)))
		attributes.Files = append(attributes.Files, file)
	}
	return names
}

// inherit finds a file that was bequeathed to this process, and keeps it from going any further.
func inherit(name string) (*os.File, error) {
	fd, err := strconv.Atoi(name)
	if err != nil {
		return nil, err
	}
	if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFD, unix.FD_CLOEXEC); err != nil {
		return nil, os.NewSyscallError("fcntl", err)
	}
	return os.NewFile(uintptr(fd), "inherited "+name), nil
}

// inheritSocket is inherit for a connection, on which package os lets its readers wait without a thread each. To bequeath a
// file takes that away from it.
func inheritSocket(name string) (*os.File, error) {
	fd, err := strconv.Atoi(name)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, os.NewSyscallError("fcntl", err)
	}
	return inherit(name)
}

// acknowledged says whether something is in a pipe whose writer has ended. It does not wait for the pipe's end, for
// another process may have got the writing end by a fork.
func acknowledged(pipe *os.File) bool {
	raw, err := pipe.SyscallConn()
	if err != nil {
		return false
	}
	var n int
	err = raw.Read(func(fd uintptr) bool {
		n, _ = unix.Read(int(fd), make([]byte, 1))
		return true
	})
	return err == nil && n == 1
}

// exitCode is the exit code in the way of multiprocessing: a signal is a negative number.
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

// parentAlive says whether the process that started this one runs. When it ends, this one gets another parent.
func parentAlive(pid int) bool { return os.Getppid() == pid }
