//go:build !linux

package startmethods

import "os"

// executable is the path by which this program can be executed again.
func executable() (string, error) { return os.Executable() }
