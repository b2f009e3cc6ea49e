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
// gone. That the package has an assembly file makes the compiler take functions without a body.
//
//go:linkname beforeFork syscall.runtime_BeforeFork
func beforeFork()

//go:linkname afterFork syscall.runtime_AfterFork
func afterFork()

//go:linkname afterForkInChild syscall.runtime_AfterForkInChild
func afterForkInChild()

// fork makes a copy of this process that closes the descriptors from 3 to the highest one, runs what is prepared, and ends.
func fork(run Prepared, highest int) (twin, error) {
	executing.Lock()
	defer executing.Unlock()
	syscall.ForkLock.Lock()
	defer syscall.ForkLock.Unlock()
	made, errno := forkWithRoom(run, highest)
	if errno != 0 {
		return twin{}, os.NewSyscallError("fork", errno)
	}
	return made, nil
}

// forkWithRoom forks with some stack left for what the child runs. The linker makes sure that each chain of nosplit
// functions fits into what every function finds below it; but it cannot see through the call of Run, where two chains
// meet. Nothing makes the stack smaller between the two calls, since a goroutine is not stopped in a nosplit function.
//
//go:noinline
//go:nosplit
//go:norace
func forkWithRoom(run Prepared, highest int) (made twin, errno syscall.Errno) {
	growStack()
	return forkAndRun(run, highest)
}

// growStack does nothing; but it has so large a frame that the stack has room for it when it returns.
func growStack()

// runForked is what a child does that has been forked. It does not return.
//
//go:nosplit
//go:norace
func runForked(run Prepared, highest int) {
	reach(childForked)
	for fd := 3; fd <= highest; fd++ {
		_ = raw.Close(fd)
	}
	reach(childReady)
	raw.Exit(run.Run())
}

// startForked is the start method fork. The child is a copy of this process: all of its memory is there, as it was, and all
// descriptors are open, the standard input too.
func startForked(who introduction, what task) (child, error) {
	made, err := fork(prepared(who, what), 2)
	if err != nil {
		return nil, err
	}
	return made.child(), nil
}

// probeFork tries to fork, for what keeps a program from it is not the system alone: a sandbox may, or a limit.
var probeFork = sync.OnceValue(func() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	child, err := startForked(introduction{}, task{})
	if err != nil {
		return err
	}
	end := make(probing, 1)
	child.watch(end)
	return <-end
})

// probing is told why a child's end is unknown, or nil.
type probing chan error

func (p probing) told(_ int, err error) { p <- err }
