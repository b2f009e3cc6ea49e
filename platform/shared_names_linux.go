package platform

import (
	"os"
	"path/filepath"
)

// tokenCharsInNames is how many characters of a token are in the names of shared memory. Some systems allow only short
// names.
const tokenCharsInNames = 10

// removeSharedNames removes shared memory and named semaphores that the runs of a guard have left. It finds them by
// their names: they do not belong to a process or a folder, and the processes that used them may have ended.
func removeSharedNames(tokenPrefix string) {
	left, err := filepath.Glob(filepath.Join(shmFolder, "*sd-"+tokenPrefix[:tokenCharsInNames]+"-*"))
	if err != nil {
		return // the pattern is valid
	}
	for _, file := range left {
		_ = os.Remove(file) // a process of the run may have removed it
	}
}
