package platform

import (
	"os"
	"path/filepath"
)

// tokenCharsInNames is how many characters of a token the names of shared memory have; some systems allow only short names.
const tokenCharsInNames = 10

// removeShared removes what the runs of a guard's mark have left of shared memory and named semaphores, by their names:
// neither belongs to a process that could be ended, or to a folder that could be removed, and who shared them may be gone.
func removeSharedNames(tokenPrefix string) {
	left, err := filepath.Glob(filepath.Join(shmFolder, "*sd-"+tokenPrefix[:tokenCharsInNames]+"-*"))
	if err != nil {
		return // the pattern is a good one
	}
	for _, file := range left {
		_ = os.Remove(file) // by whom it is gone does not matter
	}
}
