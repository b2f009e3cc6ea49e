//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"os"

	"golang.org/x/sys/unix"
)

// A forkedProcess is the copy of a process that a fork has made.
type forkedProcess struct {
	pid   int
	pidfd int // a descriptor for the copy, or -1 if the system has not given one
}

// A forkedChild is a child that can be sent any signal.
type forkedChild interface {
	child
	signal(signal unix.Signal) error
}

// waitedChild returns the copy as a child of this process that a thread waits for.
func (f forkedProcess) waitedChild() forkedChild {
	if f.pidfd >= 0 {
		_ = unix.Close(f.pidfd)
	}
	process, _ := os.FindProcess(f.pid) // on Unix there is no error
	return &waitedChild{directChild{process}}
}

type waitedChild struct{ directChild }

func (c *waitedChild) signal(signal unix.Signal) error { return c.process.Signal(signal) }

func (c *waitedChild) watch(w watcher) {
	go func() {
		state, err := c.process.Wait()
		if err != nil {
			w.childEnded(unknownStatus, err)
			return
		}
		w.childEnded(exitCode(state), nil)
	}()
}
