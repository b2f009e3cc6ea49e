//go:build unix

package platform

import (
	"syscall"
	"testing"
	"time"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"
)

// TestStoppedGuardDoesNotBlock checks that a process whose guard is stopped can go on.
func TestStoppedGuardDoesNotBlock(t *testing.T) {
	g := NewWithT(t)
	guard, err := NewGuard(t.TempDir())
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() { g.Expect(guard.Close()).To(Succeed()) })
	g.Expect(guard.cmd.Process.Signal(syscall.SIGSTOP)).To(Succeed())
	s := startRun(t, "exit", "0")
	raw, err := guard.pipe.SyscallConn()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(raw.Write(func(fd uintptr) (done bool) {
		for err == nil { // until the pipe is full
			_, err = unix.Write(int(fd), []byte("x"))
		}
		return true
	})).To(Succeed())
	g.Expect(err).To(MatchError(unix.EAGAIN))
	guard.writeTimeout = time.Millisecond
	guard.Watch(s.Container)()
	g.Expect(guard.unresponsive.Load()).To(BeTrue())
}
