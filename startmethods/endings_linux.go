package startmethods

import (
	"os"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A lookout waits for the ends of all children that have been forked, in one goroutine, which takes no thread while it waits.
// No goroutine begins for a new child, and no thread wakes up: after a fork, each page of memory that is written to for the
// first time is copied, and what begins writes to many.
type lookout struct {
	epoll int
	file  *os.File // the same, as package os lets its readers wait

	mu       sync.Mutex
	children []*watched // by their handles
}

// endings is this process's lookout, which begins when it is first asked for; nil if the system has none.
var endings = sync.OnceValue(func() *lookout {
	epoll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil
	}
	_ = unix.SetNonblock(epoll, true)
	l := &lookout{epoll: epoll, file: os.NewFile(uintptr(epoll), "ends of forked children")}
	raw, err := l.file.SyscallConn()
	if err != nil || l.file.SetReadDeadline(time.Time{}) != nil {
		l.file.Close()
		return nil
	}
	go l.run(raw)
	return l
})

func (l *lookout) run(ready syscall.RawConn) {
	var events [16]unix.EpollEvent
	var n int
	some := func(uintptr) bool {
		n, _ = unix.EpollWait(l.epoll, events[:], 0)
		return n > 0
	}
	for ready.Read(some) == nil {
		for _, event := range events[:n] {
			l.mu.Lock()
			child := l.children[int(event.Fd)]
			l.mu.Unlock()
			if child != nil && l.claim(child) {
				child.reap()
			}
		}
	}
}

func (l *lookout) add(child *watched) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.children = append(l.children, make([]*watched, max(0, child.handle+1-len(l.children)))...)
	l.children[child.handle] = child
	return unix.EpollCtl(l.epoll, unix.EPOLL_CTL_ADD, child.handle,
		&unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(child.handle)})
}

// claim makes the caller the only one who waits for a child's end, unless somebody is that already.
func (l *lookout) claim(child *watched) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if child.handle < 0 || l.children[child.handle] != child {
		return false
	}
	_ = unix.EpollCtl(l.epoll, unix.EPOLL_CTL_DEL, child.handle, nil)
	l.children[child.handle] = nil
	return true
}

// remove forgets a child that has been reaped.
func (l *lookout) remove(child *watched) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = unix.Close(child.handle)
	child.handle = -1
}
