package platform

import (
	"os"
	"path/filepath"
)

// sharedMemory is where the C library has shared memory and named semaphores (shm_overview(7), sem_overview(7)).
const sharedMemory = "/dev/shm"

// removeShared removes what the runs of a guard's mark have left of shared memory and named semaphores, by their names:
// neither belongs to a process that could be ended, or to a folder that could be removed.
func removeShared(mark string) {
	left, err := filepath.Glob(filepath.Join(sharedMemory, "*sd-"+mark[:sharedMark]+"-*"))
	if err != nil {
		return // the pattern is a good one
	}
	for _, file := range left {
		_ = os.Remove(file) // by whom it is gone does not matter
	}
}
