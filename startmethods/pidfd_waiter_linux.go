package startmethods

import (
	"os"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A pidfdWaiter waits for all forked children in one goroutine, which needs no thread while it waits. So a start begins no
// goroutine and wakes no thread. After a fork that would be slow, because each page of memory is copied when it is first
// written to.
type pidfdWaiter struct {
	epoll int
	file  *os.File // epoll as a file, so that the goroutine can wait for it without a thread

	mu       sync.Mutex
	children []*pidfdChild // by pidfd
}

// sharedPidfdWaiter returns the waiter of this process, or nil if the system does not support it.
var sharedPidfdWaiter = sync.OnceValue(func() *pidfdWaiter {
	epoll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil
	}
	_ = unix.SetNonblock(epoll, true)
	w := &pidfdWaiter{epoll: epoll, file: os.NewFile(uintptr(epoll), "ends of forked children")}
	conn, err := w.file.SyscallConn()
	if err != nil || w.file.SetReadDeadline(time.Time{}) != nil {
		w.file.Close()
		return nil
	}
	go w.run(conn)
	return w
})

func (w *pidfdWaiter) run(ready syscall.RawConn) {
	var events [16]unix.EpollEvent
	var n int
	poll := func(uintptr) bool {
		n, _ = unix.EpollWait(w.epoll, events[:], 0)
		return n > 0
	}
	for ready.Read(poll) == nil {
		for _, event := range events[:n] {
			w.mu.Lock()
			child := w.children[int(event.Fd)]
			w.mu.Unlock()
			if child != nil && w.claim(child) {
				child.reap()
			}
		}
	}
}

func (w *pidfdWaiter) add(child *pidfdChild) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.children = append(w.children, make([]*pidfdChild, max(0, child.pidfd+1-len(w.children)))...)
	w.children[child.pidfd] = child
	return unix.EpollCtl(w.epoll, unix.EPOLL_CTL_ADD, child.pidfd,
		&unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(child.pidfd)})
}

// claim reports whether the caller may reap the child. It returns true to one caller only.
func (w *pidfdWaiter) claim(child *pidfdChild) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if child.pidfd < 0 || w.children[child.pidfd] != child {
		return false
	}
	_ = unix.EpollCtl(w.epoll, unix.EPOLL_CTL_DEL, child.pidfd, nil)
	w.children[child.pidfd] = nil
	return true
}

// remove closes the pidfd of a child that was reaped.
func (w *pidfdWaiter) remove(child *pidfdChild) {
	w.mu.Lock()
	defer w.mu.Unlock()
	_ = unix.Close(child.pidfd)
	child.pidfd = -1
}
