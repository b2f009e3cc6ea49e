//go:build darwin || freebsd || netbsd || dragonfly

package startmethods

import "syscall"

// forkAndRun is all that happens between the fork and the end of the child.
//
//go:noinline
//go:nosplit
//go:norace
func forkAndRun(run Prepared, highest int) (made twin, errno syscall.Errno) {
	beforeFork()
	pid, errno := rawFork()
	if pid != 0 || errno != 0 {
		afterFork()
		return twin{pid, -1}, errno
	}
	afterForkInChild()
	// Once more, because it is this that stops a function which may grow the stack, and in the parent a scheduler that
	// wanted the goroutine to yield may have undone it since; here is none.
	beforeFork()
	afterForkInChild()
	runForked(run, highest)
	return twin{}, 0
}

// child is the copy as a child of this process.
func (t twin) child() forkedChild { return t.awaited() }
