//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"os"
	"runtime"
	"sync"
	"syscall"
	_ "unsafe" // for go:linkname

	"github.com/singdance/singdance/startmethods/raw"
)

// What Go's runtime offers for a fork: package syscall calls these around its own, and go.dev/issue/67401 keeps them
// available to others. After BeforeFork no signal arrives and no function may grow the stack, which the runtime stops.
// AfterFork ends that in the parent; AfterForkInChild ends the first half of it in the child, whose signal handlers are
// gone. The package has an empty assembly file, so that the compiler takes functions without a body.
//
//go:linkname beforeFork syscall.runtime_BeforeFork
func beforeFork()

//go:linkname afterFork syscall.runtime_AfterFork
func afterFork()

//go:linkname afterForkInChild syscall.runtime_AfterForkInChild
func afterForkInChild()

// fork makes a copy of this process that closes the descriptors, runs what is prepared, and ends. It answers the copy's
// id.
func fork(run Prepared, closing []int32) (pid int, err error) {
	executing.Lock()
	defer executing.Unlock()
	syscall.ForkLock.Lock()
	defer syscall.ForkLock.Unlock()
	child, errno := forkWithRoom(run, closing)
	if errno != 0 {
		return 0, os.NewSyscallError("fork", errno)
	}
	return child, nil
}

// room is the stack that is kept free for what the child runs. The linker makes sure that each chain of nosplit
// functions fits into what every function finds below it; but it cannot see through the call of Run, where two chains
// meet.
const room = 8 << 10

// forkWithRoom forks with so much of the stack free. The first function that is called here makes it grow, if it must; and
// the garbage collector, which might make it shrink again before the fork, halves a stack only if less than a quarter of
// it is in use: with the variable here, there is as much free below as there is in use.
//
//go:noinline
func forkWithRoom(run Prepared, closing []int32) (pid int, errno syscall.Errno) {
	var used [room]byte
	touch(&used)
	growStack()
	pid, errno = forkAndRun(run, closing)
	touch(&used)
	return pid, errno
}

//go:noinline
func growStack() {
	var used [room]byte
	touch(&used)
}

// touch keeps a variable from being optimized away.
//
//go:noinline
//go:nosplit
//go:norace
func touch(memory *[room]byte) { memory[0]++ }

// forkAndRun is all that happens between the fork and the end of the child.
//
//go:noinline
//go:nosplit
//go:norace
func forkAndRun(run Prepared, closing []int32) (pid int, errno syscall.Errno) {
	beforeFork()
	pid, errno = rawFork()
	if pid != 0 || errno != 0 {
		afterFork()
		return pid, errno
	}
	afterForkInChild()
	reach(childForked)
	for _, fd := range closing {
		_ = raw.Close(int(fd))
	}
	reach(childReady)
	raw.Exit(run.Run())
	return 0, 0
}

// startForked is the start method fork. The child is a copy of this process: all of its memory is there, as it was, and all
// descriptors are open, the standard input too.
func startForked(who introduction, what task) (child, error) {
	pid, err := fork(prepared(who, what), nil)
	if err != nil {
		return nil, err
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return nil, err
	}
	return &forked{own{process}}, nil
}

// forked is a child that has been forked.
type forked struct{ own }

func (f *forked) wait() (int, error) {
	state, err := f.process.Wait()
	if err != nil {
		return unknownStatus, err
	}
	return exitCode(state), nil
}

// probeFork tries to fork, for what keeps a program from it is not the system alone: a sandbox may, or a limit.
var probeFork = sync.OnceValue(func() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	child, err := startForked(introduction{}, task{})
	if err != nil {
		return err
	}
	_, err = child.wait()
	return err
})
