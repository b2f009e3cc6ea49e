//go:build unix

package platform

import (
	"errors"
	"fmt"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"
)

// hold is what a container needs on Unix.
type sysState struct {
	tag       runTag
	members   membership
	shared    sharedObjects
	alive     []identity // who was alive at the last survey
	groupGone bool       // the first process's group has ended, so its id may be somebody else's now
	handles   bool       // os.Process holds a handle of each process that it started
}

// containers counts those that are not closed.
var containers atomic.Int32

// contained makes a new session: its leader is the only process of a new process group, has no controlling terminal,
// and whoever descends from it can leave the session, but never join ours (setsid(2), setpgid(2)).
func withContainment(set *syscall.SysProcAttr) *syscall.SysProcAttr {
	attributes := syscall.SysProcAttr{}
	if set != nil {
		attributes = *set
	}
	attributes.Setsid = true
	// A session's leader cannot change its process group.
	attributes.Setpgid, attributes.Pgid = false, 0
	return &attributes
}

// start starts the first process, with a brand where the system has such a thing.
func (c *Container) start() (err error) {
	c.sys.tag, err = startTagged(c.cmd)
	return err
}

// enclose notes the first process's identity. The process was not waited for, so its id is its own still.
func (c *Container) contain() error {
	first, err := lookup(c.PID())
	if err != nil {
		return err
	}
	if first == nil {
		return fmt.Errorf("process %d is not in the process table", c.PID())
	}
	c.sys.members = newMembership(first.identity(), c.token, c.sys.tag)
	c.sys.handles = c.cmd.Process.WithHandle(func(uintptr) {}) == nil
	c.sys.shared = newSharedObjects()
	containers.Add(1)
	return nil
}

// disperse ends what the first process may have started already.
func (c *Container) killStarted() error { return unix.Kill(-c.PID(), unix.SIGKILL) }

// release has nothing to give back but the place in the count.
func (c *Container) release() error {
	containers.Add(-1)
	return nil
}

// busy reports whether somebody who was alive at the last survey still is. It costs much less than a survey.
func (c *Container) stillAlive() bool {
	if len(c.sys.alive) == 0 {
		return false
	}
	c.reapGroup()
	for _, id := range c.sys.alive {
		r, err := lookup(id.pid)
		if err == nil && r != nil && r.State == Alive && r.identity() == id {
			return true
		}
	}
	return false
}

// members returns the rows of the run in the process table, after it has fetched the exit statuses of its orphans,
// which are left out. settled says that nothing hints at processes beyond these: see kinship.
func (c *Container) members() (rows []row, settled bool, err error) {
	c.reapGroup()
	table, err := possibleMembers()
	if err != nil {
		return nil, false, err
	}
	c.sys.members.groupGone = c.sys.groupGone
	rows, settled = c.sys.members.members(table, thisProcess(), containers.Load() == 1)
	c.reapOrphans(table, rows)
	kept := rows[:0]
	c.sys.alive = c.sys.alive[:0]
	for _, r := range rows {
		if r.State == Alive {
			c.sys.alive = append(c.sys.alive, r.identity())
		} else if mayBeAdopted(r) && r.identity() != c.sys.members.first {
			continue
		}
		kept = append(kept, r)
	}
	return kept, settled, nil
}

// survey returns who is alive.
func (c *Container) findAlive() (alive []Process, settled bool, err error) {
	rows, settled, err := c.members()
	for _, r := range rows {
		if r.State == Alive {
			alive = append(alive, r.Process)
		}
	}
	return alive, settled, err
}

// count returns the number of members.
func (c *Container) count() (int, error) {
	rows, _, err := c.members()
	return len(rows), err
}

// list returns the members with their argument vectors.
func (c *Container) list() ([]Process, error) {
	rows, _, err := c.members()
	if err != nil {
		return nil, err
	}
	return withCommands(rows)
}

// strike sends SIGKILL to everyone and returns who got it. Signaling a whole group is atomic: a process that is forked
// meanwhile gets the signal too, so members cannot multiply faster than they are killed unless they leave their group
// each time.
func (c *Container) killAlive() (alive []Process, settled bool, err error) {
	c.killGroup()
	alive, settled, err = c.findAlive()
	struck := map[int]bool{}
	for _, p := range alive {
		// Every group of a member consists of members: see kinship. Failures are no news: the next look tells who
		// survived.
		if p.Group > 1 && !struck[p.Group] {
			struck[p.Group] = true
			_ = unix.Kill(-p.Group, unix.SIGKILL)
		}
		_ = unix.Kill(p.PID, unix.SIGKILL)
	}
	return alive, settled, err
}

// freeze stops the first process's group, which is one step, and then who else is there.
func (c *Container) freeze() {
	if !c.sys.groupGone {
		_ = unix.Kill(-c.PID(), unix.SIGSTOP) // who has ended needs not be stopped
	}
	rows, _, _ := c.members() // without them, there is only the group
	for _, r := range rows {
		if r.State == Alive && r.Group != c.PID() {
			_ = unix.Kill(r.PID, unix.SIGSTOP)
		}
	}
}

// remember notes what the members, who are about to be killed, would have removed.
func (c *Container) noteSharedObjects() {
	rows, _, _ := c.members() // of whom we do not know we cannot ask
	c.sys.shared.collect(rows)
}

// tidy removes it in their place.
func (c *Container) removeSharedObjects() { c.sys.shared.remove() }

// killGroup ends the first process's group.
func (c *Container) killGroup() {
	if c.sys.groupGone {
		return
	}
	ended := c.ended()
	if errors.Is(unix.Kill(-c.PID(), unix.SIGKILL), unix.ESRCH) && ended {
		c.sys.groupGone = true
	}
}
