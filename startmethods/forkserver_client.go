//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"encoding/gob"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

// serverName is the name of a fork server in errors and on stderr.
const serverName = "ForkServer"

// server holds this process's fork server, if it has one.
var server struct {
	sync.Mutex
	current *serverClient
}

// A serverClient is this process's side of a fork server.
type serverClient struct {
	server *spawnedChild
	socket *os.File
	reaped chan struct{} // closed when the server has ended and everything it used is released

	sending  sync.Mutex // held while a request is written
	requests *gob.Encoder
	last     uint64 // the child of the last request, or 0 if that was for a signal

	mu         sync.Mutex
	lastNumber uint64
	children   map[uint64]*servedChild
	gone       bool // the server has ended, and there will be no more notices
	unread     bool // the server ended before it read the last request
}

// A servedChild is a child that a fork server has forked or is about to fork.
type servedChild struct {
	client   *serverClient
	number   uint64
	accepted bool          // the server may have forked it
	answered chan struct{} // closed when the server has answered the request, or has ended

	// Valid after answered is closed.
	id      int
	failure error

	// Protected by the lock of client.
	watcher watcher // nil until watch is called
	over    bool
	code    int   // valid if over
	lost    error // valid if over
}

// startServed is the start method forkserver.
func startServed(l launch) (child, error) {
	arguments, err := encodeArguments(l.info, l.task)
	if err != nil {
		return nil, err
	}
	for {
		c, fresh, err := currentServer()
		if err != nil {
			return nil, err
		}
		s := c.start(request{Info: l.info, Target: l.task.Target, Arguments: arguments})
		if s.failure == nil {
			return s, nil
		}
		// If the server ended before it accepted the request, use a new one. If it ended later, it may have forked the child,
		// and the target must not run twice.
		if fresh || s.accepted || !errors.Is(s.failure, ErrServerEnded) {
			return nil, s.failure
		}
	}
}

// currentServer returns the fork server, and starts it if necessary; fresh reports whether it did.
func currentServer() (c *serverClient, fresh bool, err error) {
	server.Lock()
	defer server.Unlock()
	if server.current != nil && server.current.alive() {
		return server.current, false, nil
	}
	c, err = startServer()
	if err != nil {
		return nil, false, err
	}
	server.current = c
	return c, true, nil
}

// startServer starts a fork server, and waits until it has reached the main guard.
func startServer() (*serverClient, error) {
	ours, theirs, err := socketPair()
	if err != nil {
		return nil, err
	}
	defer theirs.Close()
	me := current()
	process, err := spawn(launch{info: childInfo{
		Name: serverName, Identity: me.identity, Method: ForkServer, ParentPID: os.Getpid(), ParentName: me.Name,
	}}, theirs)
	if err != nil {
		ours.Close()
		return nil, err
	}
	c := &serverClient{
		server: process, socket: ours, reaped: make(chan struct{}),
		requests: gob.NewEncoder(ours), children: map[uint64]*servedChild{},
	}
	notices := gob.NewDecoder(ours)
	// From now on, only the server holds its end of the socket, so that reading notices the server's end.
	theirs.Close()
	var first notice
	if err := notices.Decode(&first); err != nil {
		ours.Close()
		code, err := process.wait()
		if err == nil && code >= 0 {
			err = &MissingGuardError{Process: serverName}
		}
		if err == nil {
			err = fmt.Errorf("%w (exit code %d)", ErrServerEnded, code)
		}
		return nil, err
	}
	go c.listen(notices)
	return c, nil
}

// socketPair returns the two ends of a connection. It has no name or address that another process could use.
func socketPair() (ours, theirs *os.File, err error) {
	syscall.ForkLock.RLock()
	ends, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(ends[0])
		unix.CloseOnExec(ends[1])
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, nil, os.NewSyscallError("socketpair", err)
	}
	for _, end := range ends {
		// Then a goroutine that reads does not need a thread.
		if err := unix.SetNonblock(end, true); err != nil {
			return nil, nil, errors.Join(os.NewSyscallError("fcntl", err), unix.Close(ends[0]), unix.Close(ends[1]))
		}
	}
	return os.NewFile(uintptr(ends[0]), "fork server"), os.NewFile(uintptr(ends[1]), "fork server's client"), nil
}

func (c *serverClient) alive() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.gone
}

// start asks the server for a child, and waits until the server has forked it or has ended.
func (c *serverClient) start(r request) *servedChild {
	s := &servedChild{client: c, answered: make(chan struct{})}
	c.mu.Lock()
	if c.gone {
		s.failure = ErrServerEnded
		c.mu.Unlock()
		return s
	}
	c.lastNumber++
	s.number, r.Child = c.lastNumber, c.lastNumber
	c.children[s.number] = s
	c.mu.Unlock()
	// If this fails, the server has ended, and listen notices it.
	err := c.send(r)
	<-s.answered
	if !reportsAccepted {
		c.sending.Lock()
		s.accepted = err == nil && (!c.unread || c.last != s.number)
		c.sending.Unlock()
	}
	return s
}

func (c *serverClient) send(r request) error {
	c.sending.Lock()
	defer c.sending.Unlock()
	c.last = 0
	if r.Signal == 0 {
		c.last = r.Child
	}
	return c.requests.Encode(r)
}

// listen reads the notices of the server until the server has ended.
func (c *serverClient) listen(notices *gob.Decoder) {
	defer close(c.reaped)
	var end error
	for {
		var n notice
		if end = notices.Decode(&n); end != nil {
			break
		}
		c.handle(n)
	}
	c.mu.Lock()
	c.gone, c.unread = true, errors.Is(end, syscall.ECONNRESET)
	lost := slices.Collect(maps.Values(c.children))
	c.mu.Unlock()
	for _, s := range lost {
		s.lose()
	}
	c.socket.Close()
	_, _ = c.server.wait()
}

func (c *serverClient) handle(n notice) {
	c.mu.Lock()
	s := c.children[n.Child]
	if n.Kind == noticeFailed || n.Kind == noticeEnded {
		delete(c.children, n.Child)
	}
	c.mu.Unlock()
	if s == nil {
		return
	}
	switch n.Kind {
	case noticeReady:
	case noticeAccepted:
		s.accepted = true
	case noticeFailed:
		s.failure = os.NewSyscallError("fork", syscall.Errno(n.Value))
		close(s.answered)
	case noticeStarted:
		s.id = n.Value
		close(s.answered)
	case noticeEnded:
		s.end(n.Value, nil)
	}
}

// lose ends a child whose server has ended.
func (s *servedChild) lose() {
	if s.id == 0 {
		s.failure = ErrServerEnded
		close(s.answered)
		return
	}
	s.end(unknownStatus, ErrServerEnded)
}

// end records how the child has ended, and reports it to the watcher.
func (s *servedChild) end(code int, lost error) {
	s.client.mu.Lock()
	s.over, s.code, s.lost = true, code, lost
	w := s.watcher
	s.client.mu.Unlock()
	if w != nil {
		w.childEnded(code, lost)
	}
}

func (s *servedChild) watch(w watcher) {
	s.client.mu.Lock()
	defer s.client.mu.Unlock()
	s.watcher = w
	if s.over {
		go w.childEnded(s.code, s.lost)
	}
}

// stopServer ends this process's fork server, if it has one, and waits for its end. It is called when no process can be
// started any more.
func stopServer() {
	server.Lock()
	defer server.Unlock()
	if server.current == nil {
		return
	}
	// Closing the socket is not enough, because forked children hold it open too.
	if conn, err := server.current.socket.SyscallConn(); err == nil {
		_ = conn.Control(func(fd uintptr) { _ = unix.Shutdown(int(fd), unix.SHUT_WR) })
	}
	<-server.current.reaped
	server.current = nil
}

func (s *servedChild) pid() int         { return s.id }
func (s *servedChild) terminate() error { return s.signal(unix.SIGTERM) }
func (s *servedChild) kill() error      { return s.signal(unix.SIGKILL) }
func (s *servedChild) interrupt() error { return s.signal(unix.SIGINT) }

// signal asks the server to send the signal, because only the server knows whether the PID still belongs to the child. If
// the server has ended, the exit code of the child is lost, and the child counts as ended.
func (s *servedChild) signal(signal unix.Signal) error {
	if err := s.client.send(request{Child: s.number, Signal: int(signal)}); err != nil {
		return os.ErrProcessDone
	}
	return nil
}

// probeForkServer tries to fork, and to make the connection to a fork server.
var probeForkServer = sync.OnceValue(func() error {
	if err := probeFork(); err != nil {
		return err
	}
	ours, theirs, err := socketPair()
	if err != nil {
		return err
	}
	return errors.Join(ours.Close(), theirs.Close())
})
