//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"encoding/gob"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

// A forker is the inside of a fork server. One goroutine takes the requests and forks, and one waits for each child; all
// of them share one processor, so that there is one that runs.
type forker struct {
	prepare func(introduction, task) Prepared
	highest int // the highest of the server's own descriptors, which are closed in each child

	telling sync.Mutex
	notices *gob.Encoder

	mu       sync.Mutex
	children map[uint64]forkedChild // those that have not been reaped, by number
	running  sync.WaitGroup
}

// serve is what a fork server does when it has come to the main guard. It serves until nobody can ask for anything any
// more, and all that it has forked has ended. It does not return.
func serve(socket *os.File, prepare func(introduction, task) Prepared) {
	runtime.GOMAXPROCS(1)
	if !signal.Ignored(os.Interrupt) {
		// Ctrl-C is for the program. It ends the server by ending its users; and its children, which have no handlers.
		signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	}
	f := &forker{prepare: prepare, notices: gob.NewEncoder(socket), children: map[uint64]forkedChild{}}
	reach(serverReady)
	f.tell(waiting, 0, 0)
	reach(serverWaiting)
	for fd := range descriptors {
		f.highest = max(f.highest, fd)
	}
	for requests := gob.NewDecoder(socket); ; {
		var asked request
		if err := requests.Decode(&asked); err != nil {
			break
		}
		if asked.Signal != 0 {
			f.signal(asked)
		} else {
			f.start(asked)
		}
	}
	f.running.Wait()
	os.Exit(0)
}

// tell gives notice of something. If nobody reads it any more, that is found out by the end of the requests.
func (f *forker) tell(kind noticeKind, child uint64, value int) {
	f.telling.Lock()
	defer f.telling.Unlock()
	_ = f.notices.Encode(notice{kind, child, value})
}

func (f *forker) start(asked request) {
	reach(serverAsked)
	if tellsTaken {
		f.tell(taken, asked.Child, 0)
	}
	reach(serverTaken)
	made, err := fork(f.unpack(asked), f.highest)
	reach(serverForked)
	if err != nil {
		errno, _ := errors.AsType[syscall.Errno](err)
		f.tell(refused, asked.Child, int(errno))
		return
	}
	f.highest = max(f.highest, made.handle)
	child := made.child()
	f.mu.Lock()
	f.children[asked.Child] = child
	f.mu.Unlock()
	f.tell(begun, asked.Child, made.pid)
	reach(serverAnswered)
	f.running.Add(1)
	child.watch(&forkedEnding{f, asked.Child})
}

// A forkedEnding tells how a child has ended.
type forkedEnding struct {
	*forker
	number uint64
}

func (e *forkedEnding) told(code int, _ error) {
	defer e.running.Done()
	e.mu.Lock()
	delete(e.children, e.number)
	e.mu.Unlock()
	e.tell(over, e.number, code)
}

// unpack makes what a child runs of what its parent has packed.
func (f *forker) unpack(asked request) Prepared {
	what, err := decodeArguments(asked.Arguments)
	if err != nil {
		return failed(asked.Who.Name, []byte("startmethods: the fork server cannot decode its arguments: "+err.Error()+
			"\nThe program was changed since it was started, or its types are registered too late.\n"))
	}
	what.Target = asked.Target
	return f.prepare(asked.Who, what)
}

// signal sends a signal to a child, unless that has been reaped, and its pid may be another's.
func (f *forker) signal(asked request) {
	f.mu.Lock()
	child := f.children[asked.Child]
	f.mu.Unlock()
	if child != nil {
		_ = child.signal(unix.Signal(asked.Signal))
	}
}
