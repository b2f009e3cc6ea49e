//go:build (linux && (amd64 || arm64)) || (darwin && (amd64 || arm64)) || (windows && amd64)

package embedded

import "github.com/kluctl/go-embed-python/python"

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
