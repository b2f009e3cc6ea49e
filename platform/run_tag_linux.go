package platform

import (
	"bytes"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"sync"

	"golang.org/x/sys/unix"
)

// runTag marks all processes of a run. Every process of the run inherits it. A process is unlikely to lose it: it
// survives a new session, a new parent and a new environment. It is an unusual resource limit, on the processor time of
// a real-time process (getrlimit(2), RLIMIT_RTTIME). Its value, in microseconds, is more than a hundred thousand years,
// and is different in every run on the machine.
type runTag uint64

// minRunTag is the smallest run tag. It is greater than any limit that is set for another purpose.
const minRunTag runTag = 1 << 62

// tagMutex is held while this process has a run tag, which is only while it starts another process. A child that is
// started by other code at this moment also gets the tag. It is not a member as long as it stays in this process's
// session.
var tagMutex sync.Mutex

// startTagged starts a process. It returns the run tag of this process and its descendants, or 0 if they have none.
func startTagged(cmd *exec.Cmd) (runTag, error) {
	tagMutex.Lock()
	defer tagMutex.Unlock()
	var before unix.Rlimit
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, nil, &before); err != nil || before.Max != unix.RLIM_INFINITY {
		return 0, cmd.Start() // the limit is used for its real purpose
	}
	tag := minRunTag + runTag(rand.Int64N(int64(minRunTag)))
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, &unix.Rlimit{Cur: uint64(tag), Max: before.Max}, nil); err != nil {
		return 0, cmd.Start()
	}
	err := cmd.Start()
	_ = unix.Prlimit(0, unix.RLIMIT_RTTIME, &before, nil) // this only restores what was allowed before
	return tag, err
}

// runTagOf reads the run tag of a process from proc_pid_limits(5), which all users may read. It returns 0 if there is
// none.
func runTagOf(pid int) runTag {
	text, err := readProc(pid, "limits", nil)
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(text) {
		if rest, found := bytes.CutPrefix(line, []byte("Max realtime timeout")); found {
			if words := bytes.Fields(rest); len(words) > 0 {
				if number, err := strconv.ParseUint(string(words[0]), 10, 63); err == nil && runTag(number) >= minRunTag {
					return runTag(number)
				}
			}
		}
	}
	return 0
}
