// Package embedded is the CPython that is embedded in this program for its platform, where there is one: a real
// interpreter for a machine on which none is installed (github.com/kluctl/go-embed-python, CPython 3.14.6).
package embedded

import (
	"os"
	"path/filepath"
)

// folder is where the interpreter is kept between runs: 144 MB, below the user's cache folder. If that cannot be
// written, it goes to the fallback and is written anew for every run.
func folder(fallback string) string {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "singdance")
		if err = os.MkdirAll(cache, 0o700); err == nil {
			if probe, err := os.CreateTemp(cache, ".probe-*"); err == nil {
				probe.Close()
				os.Remove(probe.Name())
				return filepath.Join(cache, "cpython")
			}
		}
	}
	return filepath.Join(fallback, "cpython")
}
