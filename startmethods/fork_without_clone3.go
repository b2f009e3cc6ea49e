//go:build darwin || freebsd || netbsd || dragonfly

package startmethods

import "syscall"

// forkAndRun does everything between the fork and the end of the child.
//
//go:noinline
//go:nosplit
//go:norace
func forkAndRun(runner ForkedRunner, highest int) (forked forkedProcess, errno syscall.Errno) {
	beforeFork()
	pid, errno := rawFork()
	if pid != 0 || errno != 0 {
		afterFork()
		return forkedProcess{pid, -1}, errno
	}
	afterForkInChild()
	// beforeFork makes the runtime stop functions that would grow the stack. Repeat it: in the parent, a scheduler that
	// wanted to preempt the goroutine may have undone that. The child has no scheduler.
	beforeFork()
	afterForkInChild()
	runForked(runner, highest)
	return forkedProcess{}, 0
}

// child returns the copy as a child of this process.
func (f forkedProcess) child() forkedChild { return f.waitedChild() }
