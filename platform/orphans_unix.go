//go:build unix && !linux

package platform

// Adopt prepares this process for containment. On this system there is nothing to do: orphans go to the system's
// first process, which fetches their exit statuses.
func Adopt() error {
	return nil
}

// orphaned reports whether a row was adopted by this process, which cannot happen here.
func orphaned(row) bool {
	return false
}

// adopted reports whether a child of this process was adopted by it, which cannot happen here.
func adopted(row) bool {
	return false
}

// reapGroup has nothing to do.
func (c *Container) reapGroup() {}

// reapOrphans has nothing to do.
func (c *Container) reapOrphans(_, _ []row) {}

// relevant is the table without processes that cannot be a run's members; here it is all of it.
func relevant() ([]row, error) { return table() }
