package startmethods

import (
	"runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// cloneArguments is the beginning of the kernel's struct clone_args since Linux 5.3.
type cloneArguments struct {
	flags, pidfd, childTID, parentTID, exitSignal, stack, stackSize, tls uint64
}

// A signalSet is the kernel's set of signals. It has 64 bits or, on MIPS, 128.
type signalSet [2]uint64

// signalSetSize is the number of bytes of a signalSet that the kernel uses.
var signalSetSize = func() uintptr {
	switch runtime.GOARCH {
	case "mips", "mipsle", "mips64", "mips64le":
		return 16
	}
	return 8
}()

// clone3 is the number of the system call. Tests change it to fork without clone3.
var clone3 uintptr = unix.SYS_CLONE3

// forkAndRun does everything between the fork and the end of the child.
//
// With clone3, the kernel resets the signal handlers of the child, and gives the parent a pidfd. Without it (before Linux
// 5.5, and in a sandbox that does not know clone3), Go's runtime resets the handlers by some sixty system calls. Each fork
// tries clone3, because the process may have entered a sandbox since the last one.
//
//go:noinline
//go:nosplit
//go:norace
func forkAndRun(runner ForkedRunner, highest int) (forked forkedProcess, errno syscall.Errno) {
	var mask signalSet
	_, _, _ = syscall.RawSyscall6(unix.SYS_RT_SIGPROCMASK, unix.SIG_SETMASK, 0, uintptr(unsafe.Pointer(&mask)), signalSetSize, 0, 0)
	pidfd := int32(-1)
	arguments := cloneArguments{
		flags:      unix.CLONE_PIDFD | unix.CLONE_CLEAR_SIGHAND,
		pidfd:      uint64(uintptr(unsafe.Pointer(&pidfd))),
		exitSignal: uint64(syscall.SIGCHLD),
	}
	beforeFork()
	cloned, _, errno := syscall.RawSyscall(clone3, uintptr(unsafe.Pointer(&arguments)), unsafe.Sizeof(arguments), 0)
	pid, handlersReset := int(cloned), errno == 0
	if errno == unix.ENOSYS || errno == unix.EINVAL || errno == unix.EPERM {
		pid, errno = rawFork()
	}
	if pid != 0 || errno != 0 {
		afterFork()
		return forkedProcess{pid, int(pidfd)}, errno
	}
	if !handlersReset {
		afterForkInChild()
	}
	// beforeFork makes the runtime stop functions that would grow the stack. Repeat it: in the parent, a scheduler that
	// wanted to preempt the goroutine may have undone that. The child has no scheduler.
	beforeFork()
	_, _, _ = syscall.RawSyscall6(unix.SYS_RT_SIGPROCMASK, unix.SIG_SETMASK, uintptr(unsafe.Pointer(&mask)), 0, signalSetSize, 0, 0)
	runForked(runner, highest)
	return forkedProcess{}, 0
}

// rawFork returns 0 in the child, and the child's PID in the parent. On all machines, fork is clone with the signal that
// reports the end of the child as the only flag. The position of the flags among the arguments depends on the machine.
//
//go:nosplit
//go:norace
func rawFork() (pid int, errno syscall.Errno) {
	flags, stack := uintptr(syscall.SIGCHLD), uintptr(0)
	if runtime.GOARCH == "s390x" {
		flags, stack = stack, flags
	}
	child, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, flags, stack, 0, 0, 0, 0)
	return int(child), errno
}
