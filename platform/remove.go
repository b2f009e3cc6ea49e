package platform

import (
	"os"
	"path/filepath"
	"time"
)

// RemoveAll removes a folder and everything in it, whose permissions a program may have changed. A folder that is not
// there is no error. What the system keeps for a moment beyond the process that used it is waited for.
func RemoveAll(folder string) error {
	deadline := time.Now().Add(killBound)
	for pause := killPauseFirst; ; pause = min(2*pause, killPauseLast) {
		err := os.RemoveAll(folder)
		if err == nil {
			return nil
		}
		_ = filepath.WalkDir(folder, func(path string, entry os.DirEntry, _ error) error {
			if entry != nil && entry.IsDir() {
				_ = os.Chmod(path, 0o700) // what cannot be changed is told by RemoveAll
			}
			return nil
		})
		if err = os.RemoveAll(folder); !kept(err) || time.Now().After(deadline) {
			return err
		}
		time.Sleep(pause)
	}
}
