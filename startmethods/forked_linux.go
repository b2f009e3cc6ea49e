package startmethods

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// child is the copy as a child of this process.
func (t twin) child() forkedChild {
	if ends := endings(); ends != nil && t.handle >= 0 {
		return &watched{id: t.pid, handle: t.handle, ends: ends}
	}
	return t.awaited()
}

// watched is a child that has been forked, and whose end is seen on a descriptor that stands for it.
type watched struct {
	id      int
	handle  int // -1 when the child has been reaped; changed under the lock of ends
	ends    *lookout
	watcher watcher
}

func (c *watched) pid() int         { return c.id }
func (c *watched) terminate() error { return c.signal(unix.SIGTERM) }
func (c *watched) kill() error      { return c.signal(unix.SIGKILL) }
func (c *watched) interrupt() error { return c.signal(unix.SIGINT) }

// signal reaches the child or, when that has been reaped, nobody: another process may have its id then.
func (c *watched) signal(signal unix.Signal) error {
	c.ends.mu.Lock()
	defer c.ends.mu.Unlock()
	if c.handle < 0 {
		return os.ErrProcessDone
	}
	err := unix.PidfdSendSignal(c.handle, signal, nil, 0)
	if err == unix.ESRCH {
		return os.ErrProcessDone
	}
	return os.NewSyscallError("pidfd_send_signal", err)
}

func (c *watched) watch(w watcher) {
	c.watcher = w
	if c.ends.add(c) != nil && c.ends.claim(c) {
		// The system has no room for one more descriptor that is watched.
		go c.reap()
	}
}

// attend waits for the end in the calling goroutine, unless another one does. To be told of the end by a goroutine that has
// to wake up first takes a quarter of the time of a fork.
func (c *watched) attend() {
	if c.ends.claim(c) {
		c.reap()
	}
}

// reap waits for the child's end, and tells of it. Only who has claimed the child may call it.
func (c *watched) reap() {
	var status syscall.WaitStatus
	_, err := syscall.Wait4(c.id, &status, 0, nil)
	for err == syscall.EINTR {
		_, err = syscall.Wait4(c.id, &status, 0, nil)
	}
	c.ends.remove(c)
	if err != nil {
		c.watcher.told(unknownStatus, os.NewSyscallError("wait4", err))
		return
	}
	c.watcher.told(statusCode(status), nil)
}
