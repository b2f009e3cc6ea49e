package platform

import (
	"bytes"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"sync"

	"golang.org/x/sys/unix"
)

// A brand is what every process of a run inherits and hardly any can lose: not with a new session, another parent or
// another environment. It is a resource limit of its own, on the processor time of a real-time process (getrlimit(2),
// RLIMIT_RTTIME), of more than a hundred thousand years, and different in every run on the machine.
type runTag uint64

// minRunTag is less than every brand, and more than any limit that anybody sets.
const minRunTag runTag = 1 << 62

// tagMutex is held while this process has a brand, which it has for the moment in which it starts another one. A child
// that is started elsewhere meanwhile has the brand as well; it is no member as long as it is in this process's session.
var tagMutex sync.Mutex

// startTagged starts a process, and returns the brand that it and its descendants have; 0 where they have none.
func startTagged(cmd *exec.Cmd) (runTag, error) {
	tagMutex.Lock()
	defer tagMutex.Unlock()
	var before unix.Rlimit
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, nil, &before); err != nil || before.Max != unix.RLIM_INFINITY {
		return 0, cmd.Start() // somebody means this limit as such
	}
	b := minRunTag + runTag(rand.Int64N(int64(minRunTag)))
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, &unix.Rlimit{Cur: uint64(b), Max: before.Max}, nil); err != nil {
		return 0, cmd.Start()
	}
	err := cmd.Start()
	_ = unix.Prlimit(0, unix.RLIMIT_RTTIME, &before, nil) // it is no more than what was allowed before
	return b, err
}

// runTagOf reads a process's brand in proc_pid_limits(5), which everybody may. It is 0 where there is none.
func runTagOf(pid int) runTag {
	text, err := readProc(pid, "limits", nil)
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(text) {
		if rest, found := bytes.CutPrefix(line, []byte("Max realtime timeout")); found {
			if words := bytes.Fields(rest); len(words) > 0 {
				if b, err := strconv.ParseUint(string(words[0]), 10, 63); err == nil && runTag(b) >= minRunTag {
					return runTag(b)
				}
			}
		}
	}
	return 0
}
