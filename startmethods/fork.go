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

// These three functions are Go's own hooks for a fork: package syscall calls them around its forks. The runtime marks them
// with go:linkname for use by other packages (go.dev/issue/67401). See "The link to the runtime" in the documentation of
// this package for what depends on them.
//
// After beforeFork, no signal arrives, and the runtime stops every function that would grow the stack. afterFork ends both
// in the parent. afterForkInChild resets the signal handlers in the child.
//
// The compiler accepts functions without a body here because the package has an assembly file.
//
//go:linkname beforeFork syscall.runtime_BeforeFork
func beforeFork()

//go:linkname afterFork syscall.runtime_AfterFork
func afterFork()

//go:linkname afterForkInChild syscall.runtime_AfterForkInChild
func afterForkInChild()

// fork makes a copy of this process. The copy closes the descriptors from 3 to the highest one, runs the runner, and exits.
func fork(runner ForkedRunner, highest int) (forkedProcess, error) {
	execLock.Lock()
	defer execLock.Unlock()
	syscall.ForkLock.Lock()
	defer syscall.ForkLock.Unlock()
	forked, errno := forkWithStack(runner, highest)
	if errno != 0 {
		return forkedProcess{}, os.NewSyscallError("fork", errno)
	}
	return forked, nil
}

// forkWithStack forks while the stack has room for what the child runs. The linker checks that each chain of nosplit
// functions fits into the room that every function has; but it cannot follow the call of Run, where one chain calls
// another. The stack does not shrink between the two calls, because a goroutine is not preempted in a nosplit function.
//
//go:noinline
//go:nosplit
//go:norace
func forkWithStack(runner ForkedRunner, highest int) (forked forkedProcess, errno syscall.Errno) {
	growStack()
	return forkAndRun(runner, highest)
}

// growStack does nothing. Its frame is so large that the stack has enough room after it returns.
func growStack()

// runForked is everything that a forked child does. It does not return.
//
//go:nosplit
//go:norace
func runForked(runner ForkedRunner, highest int) {
	atStep(childForked)
	for fd := 3; fd <= highest; fd++ {
		_ = raw.Close(fd)
	}
	atStep(childReady)
	raw.Exit(runner.Run())
}

// startForked is the start method fork. The child is a copy of this process: it has all of its memory and all of its open
// descriptors, also stdin.
func startForked(l launch) (child, error) {
	forked, err := fork(prepareRunner(l.info, l.task), 2)
	if err != nil {
		return nil, err
	}
	return forked.child(), nil
}

// probeFork tries to fork. Even if the system supports it, a sandbox or a limit may prevent it.
var probeFork = sync.OnceValue(func() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	child, err := startForked(launch{})
	if err != nil {
		return err
	}
	end := make(probeWatcher, 1)
	child.watch(end)
	return <-end
})

// A probeWatcher receives an error if the exit code of a child is not known, and nil otherwise.
type probeWatcher chan error

func (p probeWatcher) childEnded(_ int, err error) { p <- err }
