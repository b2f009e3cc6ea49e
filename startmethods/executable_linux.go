package startmethods

import "os"

// executable is the path by which this program can be executed again. It is the path that the program was executed by,
// so that it looks the same in process lists; but /proc/self/exe, which is this program in any case, if the file has
// been deleted or replaced since.
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
