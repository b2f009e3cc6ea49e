package platform

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// inUse reports whether a file was not removed because it is in use. A process that was killed leaves its job object
// before its handles are closed, and virus scanners open files that were just written.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_DIR_NOT_EMPTY) // an entry of the folder is still being removed
}

// removeTree removes a folder and everything in it.
func removeTree(folder string) error {
	if os.RemoveAll(folder) == nil {
		return nil
	}
	_ = filepath.WalkDir(folder, func(path string, entry os.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(path, 0o700) // if it fails, RemoveAll returns the error
		}
		return nil
	})
	return os.RemoveAll(folder)
}
