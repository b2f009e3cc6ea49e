//go:build !((linux && (amd64 || arm64)) || (darwin && (amd64 || arm64)) || (windows && amd64))

package embedded

import (
	"fmt"
	"runtime"
)

// Available reports whether an interpreter is embedded for this platform.
const Available = false

// Python returns an error, because no interpreter is embedded for this platform.
func Python(string) (string, error) {
	return "", fmt.Errorf("no CPython is embedded for %s/%s; use an installed interpreter", runtime.GOOS, runtime.GOARCH)
}
