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
type brand uint64

// leastBrand is less than every brand, and more than any limit that anybody sets.
const leastBrand brand = 1 << 62

// branding is held while this process has a brand, which it has for the moment in which it starts another one. A child
// that is started elsewhere meanwhile has the brand as well; it is no member as long as it is in this process's session.
var branding sync.Mutex

// startBranded starts a process, and returns the brand that it and its descendants have; 0 where they have none.
func startBranded(cmd *exec.Cmd) (brand, error) {
	branding.Lock()
	defer branding.Unlock()
	var before unix.Rlimit
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, nil, &before); err != nil || before.Max != unix.RLIM_INFINITY {
		return 0, cmd.Start() // somebody means this limit as such
	}
	b := leastBrand + brand(rand.Int64N(int64(leastBrand)))
	if err := unix.Prlimit(0, unix.RLIMIT_RTTIME, &unix.Rlimit{Cur: uint64(b), Max: before.Max}, nil); err != nil {
		return 0, cmd.Start()
	}
	err := cmd.Start()
	_ = unix.Prlimit(0, unix.RLIMIT_RTTIME, &before, nil) // it is no more than what was allowed before
	return b, err
}

// brandOf reads a process's brand in proc_pid_limits(5), which everybody may. It is 0 where there is none.
func brandOf(pid int) brand {
	text, err := readProc(pid, "limits", nil)
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(text) {
		if rest, found := bytes.CutPrefix(line, []byte("Max realtime timeout")); found {
			if words := bytes.Fields(rest); len(words) > 0 {
				if b, err := strconv.ParseUint(string(words[0]), 10, 63); err == nil && brand(b) >= leastBrand {
					return brand(b)
				}
			}
		}
	}
	return 0
}
