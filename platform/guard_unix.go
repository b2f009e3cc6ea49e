//go:build unix

package platform

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// apart gives the guard a session of its own: what a terminal sends to this process's group is not meant for it.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }

// started is the first process's start.
func (c *Container) firstStart() int64 { return c.sys.members.first.start }

// branded is the run's brand.
func (c *Container) runTag() uint64 { return uint64(c.sys.tag) }

// sweeper ends what the runs of a guard have left.
type sweeper struct {
	tokenPrefix string              // what their tokens begin with
	runs        map[identity]uint64 // those that are not closed, by their first process, with their brands
	shared      sharedObjects
}

func newSweeper(tokenPrefix string) sweeper {
	return sweeper{tokenPrefix: tokenPrefix, runs: map[identity]uint64{}, shared: newSharedObjects()}
}

// sweep kills those whom it finds, and reports whether there was nobody.
func (s *sweeper) sweep() (gone bool) {
	rows, err := table()
	if err != nil {
		return false
	}
	// Everybody is younger than the guard, which by itself is the head of a run without members.
	if self, err := lookup(os.Getpid()); err == nil && self != nil {
		s.runs[self.identity()] = 0
	}
	var alive []row
	for first, tag := range s.runs {
		run := newMembership(first, s.tokenPrefix, runTag(tag))
		members, _ := run.members(rows, thisProcess(), false)
		for _, r := range members {
			if r.State == Alive {
				alive = append(alive, r)
			}
		}
	}
	if len(alive) == 0 {
		s.shared.remove()
		return true
	}
	s.shared.collect(alive)
	for _, r := range alive {
		if r.Group > 1 {
			_ = unix.Kill(-r.Group, unix.SIGKILL) // the next look tells who survived
		}
		_ = unix.Kill(r.PID, unix.SIGKILL)
	}
	return false
}
