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

// adopt makes this process the subreaper of its descendants: an orphan's new parent is its nearest living ancestor
// that is one (prctl(2), PR_SET_CHILD_SUBREAPER, Linux 3.4).
var becomeSubreaper = sync.OnceValue(func() error {
	if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("platform: cannot become a child subreaper: %w", err)
	}
	return nil
})

// AdoptOrphans prepares this process for containment: on Linux it becomes the subreaper of its descendants, so that orphans
// of a run become its children. [Start] calls it; calling it again has no effect. Other systems need nothing of the
// kind.
func AdoptOrphans() error {
	return becomeSubreaper()
}

// orphaned reports whether a row's parent is this process.
func mayBeAdopted(r row) bool {
	return r.PPID == os.Getpid()
}

// adopted reports whether it is certain that a child of this process was not started but adopted by it. A child that
// was started is in the session of its parent or has become a session's leader itself; one that is in another
// session than ours without leading it was born there.
func isAdopted(r row) bool {
	if !mayBeAdopted(r) || r.session == 0 || r.session == r.PID {
		return false
	}
	return r.session != thisProcess().session
}

// reapGroup fetches the exit statuses of all ended orphans that stayed in the first process's group. As long as the
// first process is there it is left alone: its status belongs to os/exec.
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

// reapOrphans fetches the exit statuses of ended orphans, of this run and of others, which nobody else waits for: of
// members whose parent is this process now, and of children that were not started by it. Those are the adopted ones,
// and the leaders of sessions that os.Process holds no handle for.
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

// held reports whether this process has a pidfd of a process (pidfd_open(2), proc_pid_fdinfo(5)), or it cannot be
// told. Where the kernel has them, os.Process has one from the process's start until it was waited for.
func hasHandle(pid int) bool {
	const dir = "/proc/self/fdinfo/"
	entries, err := os.ReadDir(dir)
	if err != nil {
		return true
	}
	for _, entry := range entries {
		text, err := os.ReadFile(dir + entry.Name())
		if err != nil {
			// It was closed meanwhile: the directory's own, for one.
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

// reap fetches one exit status. There is nothing to do about a failure: somebody else was faster.
func reap(pid int) {
	for {
		_, err := unix.Wait4(pid, nil, unix.WNOHANG, nil)
		if !errors.Is(err, unix.EINTR) {
			return
		}
	}
}
