//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"bytes"
	"encoding/gob"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// A forker is the inside of a fork server. One goroutine does all that it does, on one thread; what else there is in the
// process waits: a goroutine that reads requests, and the threads of Go's runtime.
type forker struct {
	prepare  func(introduction, task) Prepared
	notices  *gob.Encoder
	children map[uint64]int // the pids of those that have not been reaped, by number
	own      []int32        // the server's own descriptors, which are closed in each child
}

// serve is what a fork server does when it has come to the main guard. It serves until nobody can ask for anything any
// more, and all that it has forked has ended. It does not return.
func serve(socket *os.File, prepare func(introduction, task) Prepared) {
	runtime.LockOSThread()
	runtime.GOMAXPROCS(1)
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGCHLD)
	if !signal.Ignored(os.Interrupt) {
		// Ctrl-C is for the program. It ends the server by ending its users; and its children, which have no handlers.
		signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	}

	f := &forker{prepare: prepare, notices: gob.NewEncoder(socket), children: map[uint64]int{}}
	reach(serverReady)
	f.tell(waiting, 0, 0)
	reach(serverWaiting)
	for fd := range descriptors {
		if fd > 2 {
			f.own = append(f.own, int32(fd))
		}
	}
	for requests := receive(socket); requests != nil || len(f.children) > 0; {
		select {
		case asked, ok := <-requests:
			switch {
			case !ok:
				requests = nil
			case asked.Payload != nil:
				f.start(asked)
			default:
				f.signal(asked)
			}
		case <-ended:
			f.reap()
		}
	}
	os.Exit(0)
}

// receive reads requests until there can be no more.
func receive(socket *os.File) <-chan request {
	requests := make(chan request)
	go func() {
		defer close(requests)
		for decoder := gob.NewDecoder(socket); ; {
			var asked request
			if err := decoder.Decode(&asked); err != nil {
				return
			}
			requests <- asked
		}
	}()
	return requests
}

// tell gives notice of something. If nobody reads it any more, that is found out by the end of the requests.
func (f *forker) tell(kind noticeKind, child uint64, value int) {
	_ = f.notices.Encode(notice{kind, child, value})
}

func (f *forker) start(asked request) {
	reach(serverAsked)
	f.tell(taken, asked.Child, 0)
	reach(serverTaken)
	pid, err := fork(f.unpack(asked.Payload), f.own)
	reach(serverForked)
	if err != nil {
		errno, _ := errors.AsType[syscall.Errno](err)
		f.tell(refused, asked.Child, int(errno))
		return
	}
	f.children[asked.Child] = pid
	f.tell(begun, asked.Child, pid)
	reach(serverAnswered)
}

// unpack makes what a child runs of what its parent has packed.
func (f *forker) unpack(payload []byte) Prepared {
	var who introduction
	var what task
	decoder := gob.NewDecoder(bytes.NewReader(payload))
	err := decoder.Decode(&who)
	if err == nil {
		err = decoder.Decode(&what)
	}
	if err != nil {
		return failed(who.Name, []byte("startmethods: the fork server cannot decode its arguments: "+err.Error()+
			"\nThe program was changed since it was started, or its types are registered too late.\n"))
	}
	return f.prepare(who, what)
}

// signal sends a signal to a child, unless that has been reaped, and its pid may be another's.
func (f *forker) signal(asked request) {
	if pid, ok := f.children[asked.Child]; ok {
		_ = syscall.Kill(pid, syscall.Signal(asked.Signal))
	}
}

// reap tells of all children that have ended. It asks for each by itself, and leaves alone what others have started.
func (f *forker) reap() {
	for number, pid := range f.children {
		var status syscall.WaitStatus
		if reaped, err := syscall.Wait4(pid, &status, syscall.WNOHANG, nil); reaped != pid && err != syscall.ECHILD {
			continue
		}
		delete(f.children, number)
		code := status.ExitStatus()
		if status.Signaled() {
			code = -int(status.Signal())
		}
		f.tell(over, number, code)
	}
}
