//go:build unix

package platform

import (
	"os"

	"golang.org/x/sys/unix"
)

// maxTempPath is how many bytes the path may have. Of 104 bytes, a run's folder takes 21; the longest name that any
// release of multiprocessing makes there takes 32, and its null byte 1.
const maxTempPath = 104 - 21 - 33

const systemTemp = "/tmp"

func tempDir() string {
	dir := os.TempDir()
	if len(dir) <= maxTempPath || !writableFolder(dir) || !writableFolder(systemTemp) {
		return dir // if it cannot be used, its user reports that
	}
	return systemTemp
}

// writableFolder reports whether a path is a folder in which files can be created.
func writableFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() && unix.Access(path, unix.W_OK|unix.X_OK) == nil
}
