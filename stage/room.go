package stage

import (
	"errors"
	"fmt"
	"os"

	"github.com/singdance/singdance/platform"
)

// room is how many bytes must be free on the disk at a run's end. No program of fixtures/ writes half as much.
const room = 256 << 10

// full says what is wrong if the disk of the stage's folder is full at a run's end, or "". What a program could not write
// is then not its implementation's fault, unless it has filled the disk itself: own says that.
func (r *run) full() (reason string, own bool) {
	err := tryRoom(r.folder + ".room")
	if err == nil {
		return "", false
	}
	if bytes, files := usage(r.folder); bytes >= room || files > maxFiles {
		return "cap on disk: it filled the disk of the temporary folder", true
	}
	return fmt.Sprintf("the temporary folder has no room for what a program may write: %v", err), false
}

// tryRoom writes a file and removes it. What is free on a disk is asked for in another way on each system, which does not
// know of quotas; whether something can be written is the question anyway.
func tryRoom(path string) error {
	return errors.Join(os.WriteFile(path, make([]byte, room), 0o600), platform.RemoveAll(path))
}
