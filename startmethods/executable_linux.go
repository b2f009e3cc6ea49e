package startmethods

import "os"

// executable returns the path by which this program can be run again. It is the path of the running program, so that
// process lists show the same. If that file was deleted or replaced, it is /proc/self/exe, which is always this program.
func executable() (string, error) {
	const self = "/proc/self/exe"
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	running, err := os.Stat(self)
	if err != nil {
		return path, nil
	}
	if found, err := os.Stat(path); err == nil && os.SameFile(running, found) {
		return path, nil
	}
	return self, nil
}
