package stage

import (
	"errors"
	"fmt"
	"os"

	"github.com/singdance/singdance/platform"
)

// neededSpace is the number of bytes that must be free on the disk at the end of a run. Each program in fixtures/ writes
// less than half of that.
const neededSpace = 256 << 10

// diskFull returns why a run cannot be judged because the disk is full, or "". A program that could not write is not at
// fault, unless its own files fill the disk. byProgram reports that.
func (f *runFolder) diskFull() (reason string, byProgram bool) {
	err := tryToWrite(f.path + ".space")
	if err == nil {
		return "", false
	}
	if bytes, files := diskUsage(f.path); bytes >= neededSpace || files > maxFiles {
		return "cap on disk: the program filled the disk of the temporary folder", true
	}
	return fmt.Sprintf("the disk of the temporary folder is full (free some space, or set TMPDIR to a folder on another disk): %v", err), false
}

// tryToWrite writes a file of neededSpace bytes and removes it. The free space that operating systems report does not take
// quotas into account.
func tryToWrite(path string) error {
	return errors.Join(os.WriteFile(path, make([]byte, neededSpace), 0o600), platform.RemoveAll(path))
}
