//go:build unix && !linux

package platform

import (
	"errors"

	"golang.org/x/sys/unix"
)

// AdoptOrphans makes this process the parent of its orphaned descendants, so that runs can be contained. On this
// system it does nothing: orphans become children of the init process, which fetches their exit statuses.
func AdoptOrphans() error {
	return nil
}

// mayBeAdopted returns false: this process never adopts orphans on this system.
func mayBeAdopted(row) bool {
	return false
}

// isAdopted returns false: this process never adopts orphans on this system.
func isAdopted(row) bool {
	return false
}

// reapGroup only checks whether the first process's group still exists: there are no adopted orphans.
func (c *Container) reapGroup() {
	if !c.sys.groupGone && c.ended() && errors.Is(unix.Kill(-c.PID(), 0), unix.ESRCH) {
		c.sys.groupGone = true
	}
}

// reapOrphans does nothing.
func (c *Container) reapOrphans(_, _ []row) {}

// possibleMembers returns the process table without processes that cannot be members of a run. On this system it
// returns all rows.
func possibleMembers() ([]row, error) { return table() }
