//go:build (linux && (amd64 || arm64)) || (darwin && (amd64 || arm64)) || (windows && amd64)

package embedded

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/kluctl/go-embed-python/python"
)

// Available says whether an interpreter is embedded for this platform.
const Available = true

// Python writes the interpreter to the user's cache folder, or if that cannot be written, to the fallback, and returns
// the path of its executable. Files that are there already, whole, are not written again; two processes may do this at
// a time.
func Python(fallback string) (string, error) {
	embedded, err := python.NewEmbeddedPythonWithTmpDir(folder(fallback), true)
	if err != nil {
		return "", err
	}
	return embedded.GetExePath()
}

// folder is where the interpreter is kept between runs: 144 MB, below the user's cache folder. If that cannot be
// written, it goes to the fallback and is written anew for every run.
func folder(fallback string) string {
	if cache, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(cache, "singdance")
		if writable(cache) {
			return filepath.Join(cache, "cpython")
		}
	}
	return filepath.Join(fallback, "cpython")
}

// writable says whether a folder can be made, and a file in it.
func writable(folder string) bool {
	if os.MkdirAll(folder, 0o700) != nil {
		return false
	}
	probe, err := os.CreateTemp(folder, ".probe-*")
	if err != nil {
		return false
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name())) == nil
}
