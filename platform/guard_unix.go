//go:build unix

package platform

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// apart gives the guard a session of its own: what a terminal sends to this process's group is not meant for it.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }

// started is the first process's start.
func (c *Container) started() int64 { return c.hold.kinship.first.start }

// branded is the run's brand.
func (c *Container) branded() uint64 { return uint64(c.hold.brand) }

// sweep kills those of the runs, each with its brand, whom it finds, and reports whether there was nobody.
func sweep(mark string, runs map[identity]uint64) (gone bool) {
	rows, err := table()
	if err != nil {
		return false
	}
	// Everybody is younger than the guard, which by itself is the head of a family without members.
	if self, err := lookup(os.Getpid()); err == nil && self != nil {
		runs[self.identity()] = 0
	}
	gone = true
	for first, branded := range runs {
		family := newKinship(first, mark, brand(branded))
		members, _ := family.members(rows, ours(), false)
		for _, r := range members {
			if r.State != Alive {
				continue
			}
			gone = false
			if r.Group > 1 {
				_ = unix.Kill(-r.Group, unix.SIGKILL) // the next look tells who survived
			}
			_ = unix.Kill(r.PID, unix.SIGKILL)
		}
	}
	return gone
}
