package platform

import (
	"os"
	"path/filepath"
)

// RemoveAll removes a folder and everything in it, whose permissions a program may have changed. A folder that is not
// there is no error.
func RemoveAll(folder string) error {
	if err := os.RemoveAll(folder); err == nil {
		return nil
	}
	_ = filepath.WalkDir(folder, func(path string, entry os.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(path, 0o700) // what cannot be changed is told by RemoveAll
		}
		return nil
	})
	return os.RemoveAll(folder)
}
