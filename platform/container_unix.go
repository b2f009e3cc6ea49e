//go:build unix

package platform

import (
	"errors"
	"fmt"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"
)

// sysState is what a container needs on Unix.
type sysState struct {
	tag       runTag
	members   membership
	shared    sharedObjects
	alive     []identity // the members that were alive the last time
	groupGone bool       // the first process's group has ended, so another group may have its ID now
	handles   bool       // os.Process holds a handle of each process that it started
}

// containers counts the containers that are not closed.
var containers atomic.Int32

// withContainment returns a copy of the attributes that starts the process in a new session. The process is the leader
// of the session and of a new process group, and has no controlling terminal. Its descendants can leave the session,
// but can never join ours (setsid(2), setpgid(2)).
func withContainment(set *syscall.SysProcAttr) *syscall.SysProcAttr {
	attributes := syscall.SysProcAttr{}
	if set != nil {
		attributes = *set
	}
	attributes.Setsid = true
	// The leader of a session cannot change its process group.
	attributes.Setpgid, attributes.Pgid = false, 0
	return &attributes
}

// start starts the first process, with a run tag if the system supports one.
func (c *Container) start() (err error) {
	c.sys.tag, err = startTagged(c.cmd)
	return err
}

// contain notes the identity of the first process. Nothing has waited for the process yet, so its ID cannot belong to
// another process.
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

// killStarted kills the first process's group, which may already have other members.
func (c *Container) killStarted() error { return unix.Kill(-c.PID(), unix.SIGKILL) }

// release removes the container from the count.
func (c *Container) release() error {
	containers.Add(-1)
	return nil
}

// stillAlive reports whether a member that was alive the last time still is. It costs much less than findAlive.
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

// members returns the run's rows of the process table. It first fetches the exit statuses of the run's ended orphans
// and leaves these out. For settled, see membership.members.
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

// findAlive returns the members that are alive.
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

// list returns the members with their arguments.
func (c *Container) list() ([]Process, error) {
	rows, _, err := c.members()
	if err != nil {
		return nil, err
	}
	return withCommands(rows)
}

// killAlive sends SIGKILL to all members and returns those that were alive. Sending a signal to a group is atomic: a
// process that is forked at the same time gets the signal too. Members cannot multiply faster than they are killed,
// unless each new one leaves its group.
func (c *Container) killAlive() (alive []Process, settled bool, err error) {
	c.killGroup()
	alive, settled, err = c.findAlive()
	signaled := map[int]bool{}
	for _, p := range alive {
		// If a process is in a member's group, it is a member: see membership. Errors can be ignored, because the next
		// call sees which processes survived.
		if p.Group > 1 && !signaled[p.Group] {
			signaled[p.Group] = true
			_ = unix.Kill(-p.Group, unix.SIGKILL)
		}
		_ = unix.Kill(p.PID, unix.SIGKILL)
	}
	return alive, settled, err
}

// freeze stops the first process's group, which is atomic, and then the other members.
func (c *Container) freeze() {
	if !c.sys.groupGone {
		_ = unix.Kill(-c.PID(), unix.SIGSTOP) // fails only if the group has ended
	}
	rows, _, _ := c.members() // if the table cannot be read, only the group is stopped
	for _, r := range rows {
		if r.State == Alive && r.Group != c.PID() {
			_ = unix.Kill(r.PID, unix.SIGSTOP)
		}
	}
}

// noteSharedObjects notes what the members, which are about to be killed, would have removed.
func (c *Container) noteSharedObjects() {
	rows, _, _ := c.members() // if the table cannot be read, there is nothing to note
	c.sys.shared.collect(rows)
}

// removeSharedObjects removes what noteSharedObjects noted.
func (c *Container) removeSharedObjects() { c.sys.shared.remove() }

// killGroup kills the first process's group.
func (c *Container) killGroup() {
	if c.sys.groupGone {
		return
	}
	ended := c.ended()
	if errors.Is(unix.Kill(-c.PID(), unix.SIGKILL), unix.ESRCH) && ended {
		c.sys.groupGone = true
	}
}
