package startmethods

import (
	"runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// cloneArguments is the beginning of the kernel's struct clone_args, as it is since Linux 5.3.
type cloneArguments struct {
	flags, pidfd, childTID, parentTID, exitSignal, stack, stackSize, tls uint64
}

// signals is the kernel's set of signals, of 64 bits or, on MIPS, 128.
type signals [2]uint64

// signalsSize is how much of it the kernel takes.
var signalsSize = func() uintptr {
	switch runtime.GOARCH {
	case "mips", "mipsle", "mips64", "mips64le":
		return 16
	}
	return 8
}()

// clone3 is the number of the system call, which only tests change, to do without it.
var clone3 uintptr = unix.SYS_CLONE3

// forkAndRun is all that happens between the fork and the end of the child.
//
// With clone3 the kernel itself gives the child its default signal handlers, and the parent a descriptor of the child;
// without it, which is before Linux 5.5 and where a sandbox does not know it, Go's runtime does the former, by some sixty
// system calls. What kernels there are is found out at each fork: to have asked once would be of no use for a process
// that enters a sandbox later.
//
//go:noinline
//go:nosplit
//go:norace
func forkAndRun(run Prepared, highest int) (child twin, errno syscall.Errno) {
	var mask signals
	_, _, _ = syscall.RawSyscall6(unix.SYS_RT_SIGPROCMASK, unix.SIG_SETMASK, 0, uintptr(unsafe.Pointer(&mask)), signalsSize, 0, 0)
	handle := int32(-1)
	arguments := cloneArguments{
		flags:      unix.CLONE_PIDFD | unix.CLONE_CLEAR_SIGHAND,
		pidfd:      uint64(uintptr(unsafe.Pointer(&handle))),
		exitSignal: uint64(syscall.SIGCHLD),
	}
	beforeFork()
	cloned, _, errno := syscall.RawSyscall(clone3, uintptr(unsafe.Pointer(&arguments)), unsafe.Sizeof(arguments), 0)
	pid, cleared := int(cloned), errno == 0
	if errno == unix.ENOSYS || errno == unix.EINVAL || errno == unix.EPERM {
		pid, errno = rawFork()
	}
	if pid != 0 || errno != 0 {
		afterFork()
		return twin{pid, int(handle)}, errno
	}
	if !cleared {
		afterForkInChild()
	}
	// Once more, because it is this that stops a function which may grow the stack, and in the parent a scheduler that
	// wanted the goroutine to yield may have undone it since; here is none.
	beforeFork()
	_, _, _ = syscall.RawSyscall6(unix.SYS_RT_SIGPROCMASK, unix.SIG_SETMASK, uintptr(unsafe.Pointer(&mask)), 0, signalsSize, 0, 0)
	runForked(run, highest)
	return twin{}, 0
}

// rawFork answers 0 in the child. Linux has fork as a special case of clone on all machines, with the signal that tells
// of the child's end as the only flag; where the flags stand among the arguments depends on the machine.
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
