//go:build unix

package platform

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// detached puts the guard in a new session, so that signals that a terminal sends to this process's group do not reach
// it.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }

// firstStart returns the start time of the first process.
func (c *Container) firstStart() int64 { return c.sys.members.first.start }

// runTag returns the run's tag.
func (c *Container) runTag() uint64 { return uint64(c.sys.tag) }

// sweeper kills what is left of the runs of a guard.
type sweeper struct {
	tokenPrefix string              // every token of the guard starts with it
	runs        map[identity]uint64 // the runs that are not closed: their first processes with their run tags
	shared      sharedObjects
}

func newSweeper(tokenPrefix string) sweeper {
	return sweeper{tokenPrefix: tokenPrefix, runs: map[identity]uint64{}, shared: newSharedObjects()}
}

// sweep kills the processes that it finds, and reports whether there were none.
func (s *sweeper) sweep() (gone bool) {
	rows, err := table()
	if err != nil {
		return false
	}
	// The guard itself stands for a run without known processes. All processes that sweep looks for are younger than
	// the guard.
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
			_ = unix.Kill(-r.Group, unix.SIGKILL) // the next call sees which processes survived
		}
		_ = unix.Kill(r.PID, unix.SIGKILL)
	}
	return false
}
