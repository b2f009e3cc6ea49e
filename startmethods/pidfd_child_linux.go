package startmethods

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// child returns the copy as a child of this process.
func (f forkedProcess) child() forkedChild {
	if waiter := sharedPidfdWaiter(); waiter != nil && f.pidfd >= 0 {
		return &pidfdChild{id: f.pid, pidfd: f.pidfd, waiter: waiter}
	}
	return f.waitedChild()
}

// A pidfdChild is a forked child whose end is seen on a pidfd.
type pidfdChild struct {
	id      int
	pidfd   int // -1 after the child was reaped; protected by the lock of waiter
	waiter  *pidfdWaiter
	watcher watcher
}

func (c *pidfdChild) pid() int         { return c.id }
func (c *pidfdChild) terminate() error { return c.signal(unix.SIGTERM) }
func (c *pidfdChild) kill() error      { return c.signal(unix.SIGKILL) }
func (c *pidfdChild) interrupt() error { return c.signal(unix.SIGINT) }

// signal sends a signal to the child, unless the child was reaped: another process may have its PID then.
func (c *pidfdChild) signal(signal unix.Signal) error {
	c.waiter.mu.Lock()
	defer c.waiter.mu.Unlock()
	if c.pidfd < 0 {
		return os.ErrProcessDone
	}
	err := unix.PidfdSendSignal(c.pidfd, signal, nil, 0)
	if err == unix.ESRCH {
		return os.ErrProcessDone
	}
	return os.NewSyscallError("pidfd_send_signal", err)
}

func (c *pidfdChild) watch(w watcher) {
	c.watcher = w
	if c.waiter.add(c) != nil && c.waiter.claim(c) {
		// The system cannot watch another descriptor.
		go c.reap()
	}
}

// waitHere waits in the calling goroutine, unless another goroutine reaps the child. It saves a quarter of the time of a
// fork, which waking another goroutine would take.
func (c *pidfdChild) waitHere() {
	if c.waiter.claim(c) {
		c.reap()
	}
}

// reap waits for the child, and reports its end to the watcher. The caller must have claimed the child.
func (c *pidfdChild) reap() {
	var status syscall.WaitStatus
	_, err := syscall.Wait4(c.id, &status, 0, nil)
	for err == syscall.EINTR {
		_, err = syscall.Wait4(c.id, &status, 0, nil)
	}
	c.waiter.remove(c)
	if err != nil {
		c.watcher.childEnded(unknownStatus, os.NewSyscallError("wait4", err))
		return
	}
	c.watcher.childEnded(statusCode(status), nil)
}
