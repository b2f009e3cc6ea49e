package platform

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sys/unix"
)

// becomeSubreaper makes this process the subreaper of its descendants: the new parent of an orphan is its nearest
// living ancestor that is a subreaper (prctl(2), PR_SET_CHILD_SUBREAPER, Linux 3.4).
var becomeSubreaper = sync.OnceValue(func() error {
	if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("platform: cannot become a child subreaper: %w", err)
	}
	return nil
})

// AdoptOrphans makes this process the parent of its orphaned descendants, so that runs can be contained. On Linux,
// this process becomes the subreaper of its descendants. On other systems AdoptOrphans does nothing. [Start] calls it;
// further calls have no effect.
func AdoptOrphans() error {
	return becomeSubreaper()
}

// mayBeAdopted reports whether the parent of a row is this process.
func mayBeAdopted(r row) bool {
	return r.PPID == os.Getpid()
}

// isAdopted reports whether it is certain that this process adopted a child, and did not start it. A child that this
// process started is in this process's session or leads a session. A child in another session that it does not lead was
// started by another process.
func isAdopted(r row) bool {
	if !mayBeAdopted(r) || r.session == 0 || r.session == r.PID {
		return false
	}
	return r.session != thisProcess().session
}

// reapGroup fetches the exit statuses of all ended orphans in the first process's group. It does nothing until the
// first process has ended, because os/exec must fetch that process's status.
func (c *Container) reapGroup() {
	if c.sys.groupGone || !c.ended() {
		return
	}
	for {
		pid, err := unix.Wait4(-c.PID(), nil, unix.WNOHANG, nil)
		if err != nil && errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || pid <= 0 {
			break
		}
	}
	if errors.Is(unix.Kill(-c.PID(), 0), unix.ESRCH) {
		c.sys.groupGone = true
	}
}

// reapOrphans fetches the exit statuses of ended orphans, of this run and of others, that no other code waits for: of
// members whose parent is this process now, and of children that this process did not start. The latter are adopted
// children, and session leaders for which os.Process holds no handle.
func (c *Container) reapOrphans(table, members []row) {
	for _, r := range members {
		if r.State == Zombie && mayBeAdopted(r) && r.identity() != c.sys.members.first {
			reap(r.PID)
		}
	}
	for _, r := range table {
		if r.State != Zombie || !mayBeAdopted(r) {
			continue
		}
		if isAdopted(r) || c.sys.handles && r.session == r.PID && !hasHandle(r.PID) {
			reap(r.PID)
		}
	}
}

// hasHandle reports whether this process has a pidfd of a process (pidfd_open(2), proc_pid_fdinfo(5)). If this cannot
// be found out, hasHandle returns true. If the kernel supports pidfds, os.Process has one from the start of a process
// until Wait returns.
func hasHandle(pid int) bool {
	const dir = "/proc/self/fdinfo/"
	entries, err := os.ReadDir(dir)
	if err != nil {
		return true
	}
	for _, entry := range entries {
		text, err := os.ReadFile(dir + entry.Name())
		if err != nil {
			// This descriptor was closed since the folder was read. One of them is the descriptor of the folder itself.
			continue
		}
		for line := range strings.Lines(string(text)) {
			if number, found := strings.CutPrefix(line, "Pid:"); found && strings.TrimSpace(number) == strconv.Itoa(pid) {
				return true
			}
		}
	}
	return false
}

// reap fetches one exit status. It ignores errors: other code may have fetched the status first.
func reap(pid int) {
	for {
		_, err := unix.Wait4(pid, nil, unix.WNOHANG, nil)
		if !errors.Is(err, unix.EINTR) {
			return
		}
	}
}
