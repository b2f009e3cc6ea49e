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

// sweeper ends what the runs of a guard have left.
type sweeper struct {
	mark   string              // what their tokens begin with
	runs   map[identity]uint64 // those that are not closed, by their first process, with their brands
	memory memory
}

func newSweeper(mark string) sweeper {
	return sweeper{mark: mark, runs: map[identity]uint64{}, memory: newMemory()}
}

// sweep kills those whom it finds, and reports whether there was nobody.
func (s *sweeper) sweep() (gone bool) {
	rows, err := table()
	if err != nil {
		return false
	}
	// Everybody is younger than the guard, which by itself is the head of a family without members.
	if self, err := lookup(os.Getpid()); err == nil && self != nil {
		s.runs[self.identity()] = 0
	}
	var alive []row
	for first, branded := range s.runs {
		family := newKinship(first, s.mark, brand(branded))
		members, _ := family.members(rows, ours(), false)
		for _, r := range members {
			if r.State == Alive {
				alive = append(alive, r)
			}
		}
	}
	if len(alive) == 0 {
		s.memory.remove()
		return true
	}
	s.memory.note(alive)
	for _, r := range alive {
		if r.Group > 1 {
			_ = unix.Kill(-r.Group, unix.SIGKILL) // the next look tells who survived
		}
		_ = unix.Kill(r.PID, unix.SIGKILL)
	}
	return false
}
