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

// serverName is the name of a fork server, where it has to be named.
const serverName = "ForkServer"

// server is this process's fork server, if it has one that lives, as far as is known.
var server struct {
	sync.Mutex
	current *client
}

// A client is this process's side of a fork server.
type client struct {
	server *spawned
	socket *os.File
	reaped chan struct{} // closed when the server has ended, and nothing of it is left

	sending  sync.Mutex // held while a request is written
	requests *gob.Encoder
	last     uint64 // the child that was asked for in the last request, 0 if that was another one

	mu       sync.Mutex
	numbers  uint64
	children map[uint64]*served
	gone     bool // nothing will be told any more
	unread   bool // and the server has not read the last request
}

// served is a child that a fork server has forked, or is about to.
type served struct {
	client *client
	number uint64
	taken  bool          // the server may have forked it
	begun  chan struct{} // closed when the server has answered the request, or will not

	// Valid once begun is closed.
	id      int
	failure error

	// Under the lock of client.
	watcher watcher // nil until somebody wants to know
	over    bool
	code    int   // valid once it is over
	lost    error // valid once it is over
}

// startServed is the start method forkserver.
func startServed(who introduction, what task) (child, error) {
	arguments, err := encodeArguments(who, what)
	if err != nil {
		return nil, err
	}
	for {
		c, fresh, err := theServer()
		if err != nil {
			return nil, err
		}
		s := c.ask(request{Who: who, Target: what.Target, Arguments: arguments})
		if s.failure == nil {
			return s, nil
		}
		// A server that has ended before it took the request is replaced. One that has ended later may have forked the
		// child, and nobody must run twice.
		if fresh || s.taken || !errors.Is(s.failure, ErrServer) {
			return nil, s.failure
		}
	}
}

// theServer answers the fork server, which it starts if there is none; fresh says that it did.
func theServer() (c *client, fresh bool, err error) {
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

// startServer starts a fork server, and waits until it has come to the main guard.
func startServer() (*client, error) {
	ours, its, err := socketPair()
	if err != nil {
		return nil, err
	}
	defer its.Close()
	me := current()
	who := introduction{
		Name: serverName, Identity: me.identity, Method: "forkserver", ParentPID: os.Getpid(), ParentName: me.Name,
	}
	process, err := executed(who, task{}, its)
	if err != nil {
		ours.Close()
		return nil, err
	}
	c := &client{
		server: process, socket: ours, reaped: make(chan struct{}),
		requests: gob.NewEncoder(ours), children: map[uint64]*served{},
	}
	notices := gob.NewDecoder(ours)
	// The process that the server's end of the socket is in now is the only one that has it.
	its.Close()
	var first notice
	if err := notices.Decode(&first); err != nil {
		ours.Close()
		code, err := process.wait()
		if err == nil && code >= 0 {
			err = &BootstrappingError{Process: serverName}
		}
		if err == nil {
			err = fmt.Errorf("%w (exit code %d)", ErrServer, code)
		}
		return nil, err
	}
	go c.listen(notices)
	return c, nil
}

// socketPair makes a connection of two ends that has no name anywhere.
func socketPair() (ours, its *os.File, err error) {
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
		// So that package os lets its readers wait without a thread each.
		if err := unix.SetNonblock(end, true); err != nil {
			return nil, nil, errors.Join(os.NewSyscallError("fcntl", err), unix.Close(ends[0]), unix.Close(ends[1]))
		}
	}
	return os.NewFile(uintptr(ends[0]), "fork server"), os.NewFile(uintptr(ends[1]), "fork server's user"), nil
}

func (c *client) alive() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.gone
}

// ask asks the server for a child, and waits until it has forked it.
func (c *client) ask(asked request) *served {
	s := &served{client: c, begun: make(chan struct{})}
	c.mu.Lock()
	if c.gone {
		s.failure = ErrServer
		c.mu.Unlock()
		return s
	}
	c.numbers++
	s.number, asked.Child = c.numbers, c.numbers
	c.children[s.number] = s
	c.mu.Unlock()
	// If this fails, the server has ended, and listen will find out.
	err := c.send(asked)
	<-s.begun
	if !tellsTaken {
		c.sending.Lock()
		s.taken = err == nil && (!c.unread || c.last != s.number)
		c.sending.Unlock()
	}
	return s
}

func (c *client) send(asked request) error {
	c.sending.Lock()
	defer c.sending.Unlock()
	c.last = 0
	if asked.Signal == 0 {
		c.last = asked.Child
	}
	return c.requests.Encode(asked)
}

// listen takes what the server tells, until its end.
func (c *client) listen(notices *gob.Decoder) {
	defer close(c.reaped)
	var end error
	for {
		var told notice
		if end = notices.Decode(&told); end != nil {
			break
		}
		c.take(told)
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

// take takes one notice.
func (c *client) take(told notice) {
	c.mu.Lock()
	s := c.children[told.Child]
	if told.Kind == refused || told.Kind == over {
		delete(c.children, told.Child)
	}
	c.mu.Unlock()
	if s == nil {
		return
	}
	switch told.Kind {
	case waiting:
	case taken:
		s.taken = true
	case refused:
		s.failure = os.NewSyscallError("fork", syscall.Errno(told.Value))
		close(s.begun)
	case begun:
		s.id = told.Value
		close(s.begun)
	case over:
		s.end(told.Value, nil)
	}
}

// lose tells a child that it will learn nothing more.
func (s *served) lose() {
	if s.id == 0 {
		s.failure = ErrServer
		close(s.begun)
		return
	}
	s.end(unknownStatus, ErrServer)
}

// end takes how the child has ended, and tells whoever wants to know.
func (s *served) end(code int, lost error) {
	s.client.mu.Lock()
	s.over, s.code, s.lost = true, code, lost
	w := s.watcher
	s.client.mu.Unlock()
	if w != nil {
		w.told(code, lost)
	}
}

func (s *served) watch(w watcher) {
	s.client.mu.Lock()
	defer s.client.mu.Unlock()
	s.watcher = w
	if s.over {
		go w.told(s.code, s.lost)
	}
}

// stopServer ends this process's fork server, if it has one, and waits for its end. It is called when nothing is started
// any more.
func stopServer() {
	server.Lock()
	defer server.Unlock()
	if server.current == nil {
		return
	}
	// Not by closing the socket alone: forked children have it open too.
	if raw, err := server.current.socket.SyscallConn(); err == nil {
		_ = raw.Control(func(fd uintptr) { _ = unix.Shutdown(int(fd), unix.SHUT_WR) })
	}
	<-server.current.reaped
	server.current = nil
}

func (s *served) pid() int { return s.id }

func (s *served) terminate() error { return s.signal(unix.SIGTERM) }
func (s *served) kill() error      { return s.signal(unix.SIGKILL) }
func (s *served) interrupt() error { return s.signal(unix.SIGINT) }

// signal has the server send the signal, which alone knows whether the pid is still the child's. If the server is not
// there any more, the child is one whose status is unknown, and over.
func (s *served) signal(signal unix.Signal) error {
	if err := s.client.send(request{Child: s.number, Signal: int(signal)}); err != nil {
		return os.ErrProcessDone
	}
	return nil
}

// probeForkserver tries whether there is a fork, and a socket to ask for it.
var probeForkserver = sync.OnceValue(func() error {
	if err := probeFork(); err != nil {
		return err
	}
	ours, its, err := socketPair()
	if err != nil {
		return err
	}
	return errors.Join(ours.Close(), its.Close())
})
