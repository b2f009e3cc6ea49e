//go:build (linux && (amd64 || arm64)) || (darwin && (amd64 || arm64)) || (windows && amd64)

package embedded

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/kluctl/go-embed-python/python"
)

// Available reports whether an interpreter is embedded for this platform.
const Available = true

// Python writes the interpreter to the user's cache folder, or to the fallback if the cache cannot be written, and
// returns the path of its executable. It does not write files again that already exist and are complete. Two processes
// may call it at the same time.
func Python(fallback string) (string, error) {
	embedded, err := python.NewEmbeddedPythonWithTmpDir(folder(fallback), true)
	if err != nil {
		return "", err
	}
	return embedded.GetExePath()
}

// folder returns where the interpreter is kept between runs: below the user's cache folder. It takes 144 MB. If the
// cache cannot be written, the interpreter goes to the fallback, and is written again for every run.
func folder(fallback string) string {
	if cache, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(cache, "singdance")
		if writable(cache) {
			return filepath.Join(cache, "cpython")
		}
	}
	return filepath.Join(fallback, "cpython")
}

// writable reports whether a folder, and a file in it, can be created.
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
