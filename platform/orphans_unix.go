//go:build unix && !linux

package platform

import (
	"errors"

	"golang.org/x/sys/unix"
)

// AdoptOrphans prepares this process for containment. On this system there is nothing to do: orphans go to the system's
// first process, which fetches their exit statuses.
func AdoptOrphans() error {
	return nil
}

// orphaned reports whether a row was adopted by this process, which cannot happen here.
func mayBeAdopted(row) bool {
	return false
}

// adopted reports whether a child of this process was adopted by it, which cannot happen here.
func isAdopted(row) bool {
	return false
}

// reapGroup has nobody to fetch the exit status of; it looks whether the first process's group is still there.
func (c *Container) reapGroup() {
	if !c.sys.groupGone && c.ended() && errors.Is(unix.Kill(-c.PID(), 0), unix.ESRCH) {
		c.sys.groupGone = true
	}
}

// reapOrphans has nothing to do.
func (c *Container) reapOrphans(_, _ []row) {}

// relevant is the table without processes that cannot be a run's members; here it is all of it.
func possibleMembers() ([]row, error) { return table() }
