//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"os"

	"golang.org/x/sys/unix"
)

// A twin is the copy of a process that a fork has made.
type twin struct {
	pid    int
	handle int // a descriptor that stands for the copy, or -1 if the system gave none
}

// A forkedChild is a child that can be sent any signal.
type forkedChild interface {
	child
	signal(signal unix.Signal) error
}

// awaited is the copy as a child of this process whose end a thread waits for.
func (t twin) awaited() forkedChild {
	if t.handle >= 0 {
		_ = unix.Close(t.handle)
	}
	process, _ := os.FindProcess(t.pid) // on Unix there is no error
	return &awaited{own{process}}
}

type awaited struct{ own }

func (a *awaited) signal(signal unix.Signal) error { return a.process.Signal(signal) }

func (a *awaited) watch(w watcher) {
	go func() {
		state, err := a.process.Wait()
		if err != nil {
			w.told(unknownStatus, err)
			return
		}
		w.told(exitCode(state), nil)
	}()
}
