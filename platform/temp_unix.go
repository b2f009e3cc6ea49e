//go:build unix

package platform

import (
	"os"

	"golang.org/x/sys/unix"
)

// maxTempPath is how many bytes the path may have: of 104, a run's folder below it takes 21, and what multiprocessing makes
// there, in the releases that make the longest, 32 and the byte that ends it.
const maxTempPath = 104 - 21 - 33

const systemTemp = "/tmp"

func tempDir() string {
	dir := os.TempDir()
	if len(dir) <= maxTempPath || !writableFolder(dir) || !writableFolder(systemTemp) {
		return dir // what is wrong with it is to be told by whoever uses it
	}
	return systemTemp
}

// usable reports whether a path is a folder in which files can be made.
func writableFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() && unix.Access(path, unix.W_OK|unix.X_OK) == nil
}
