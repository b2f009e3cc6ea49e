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

// A forkServer is the state of a fork server in its own process. One goroutine reads the requests and forks, and others
// wait for the children. They share one processor, so that only one of them runs at a time.
type forkServer struct {
	prepare func(childInfo, task) ForkedRunner
	highest int // the highest of the server's descriptors, which each child closes

	sending sync.Mutex
	notices *gob.Encoder

	mu       sync.Mutex
	children map[uint64]forkedChild // the children that have not been reaped, by number
	running  sync.WaitGroup
}

// serve is what a fork server does after it has reached the main guard. It exits when there is no client and all children
// have ended. It does not return.
func serve(socket *os.File, prepare func(childInfo, task) ForkedRunner) {
	runtime.GOMAXPROCS(1)
	if !signal.Ignored(os.Interrupt) {
		// Ctrl-C is meant for the program. When the program ends, the server ends too. The children have no handler.
		signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	}
	s := &forkServer{prepare: prepare, notices: gob.NewEncoder(socket), children: map[uint64]forkedChild{}}
	atStep(serverReady)
	s.send(noticeReady, 0, 0)
	atStep(serverWaiting)
	for fd := range descriptors {
		s.highest = max(s.highest, fd)
	}
	for requests := gob.NewDecoder(socket); ; {
		var r request
		if err := requests.Decode(&r); err != nil {
			break
		}
		if r.Signal != 0 {
			s.signal(r)
		} else {
			s.start(r)
		}
	}
	s.running.Wait()
	os.Exit(0)
}

// send sends a notice. If the client has ended, the server notices that when it reads no more requests.
func (s *forkServer) send(kind noticeKind, child uint64, value int) {
	s.sending.Lock()
	defer s.sending.Unlock()
	_ = s.notices.Encode(notice{kind, child, value})
}

func (s *forkServer) start(r request) {
	atStep(serverAsked)
	if reportsAccepted {
		s.send(noticeAccepted, r.Child, 0)
	}
	atStep(serverAccepted)
	forked, err := fork(s.runner(r), s.highest)
	atStep(serverForked)
	if err != nil {
		errno, _ := errors.AsType[syscall.Errno](err)
		s.send(noticeFailed, r.Child, int(errno))
		return
	}
	s.highest = max(s.highest, forked.pidfd)
	child := forked.child()
	s.mu.Lock()
	s.children[r.Child] = child
	s.mu.Unlock()
	s.send(noticeStarted, r.Child, forked.pid)
	atStep(serverAnswered)
	s.running.Add(1)
	child.watch(&serverWatcher{s, r.Child})
}

// A serverWatcher reports the end of a child to the client.
type serverWatcher struct {
	*forkServer
	number uint64
}

func (w *serverWatcher) childEnded(code int, _ error) {
	defer w.running.Done()
	w.mu.Lock()
	delete(w.children, w.number)
	w.mu.Unlock()
	w.send(noticeEnded, w.number, code)
}

// runner returns what the child of a request runs.
func (s *forkServer) runner(r request) ForkedRunner {
	work, err := decodeArguments(r.Arguments)
	if err != nil {
		return newFailedRunner(r.Info.Name, []byte("startmethods: the fork server cannot decode the arguments: "+err.Error()+
			"\nThe program was changed since it was started, or its types are registered too late.\n"))
	}
	work.Target = r.Target
	return s.prepare(r.Info, work)
}

// signal sends a signal to a child, unless the child was reaped: another process may have its PID then.
func (s *forkServer) signal(r request) {
	s.mu.Lock()
	child := s.children[r.Child]
	s.mu.Unlock()
	if child != nil {
		_ = child.signal(unix.Signal(r.Signal))
	}
}
