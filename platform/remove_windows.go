package platform

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// kept says whether something was not removed because somebody uses it. A process that was ended leaves its job object
// before its handles are closed, and scanners for viruses open what was just written.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_DIR_NOT_EMPTY) // of which something is still being removed
}

// removeTree removes a folder with what is in it.
func removeTree(folder string) error {
	if os.RemoveAll(folder) == nil {
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
