//go:build !linux

package startmethods

import "os"

// executable returns the path by which this program can be run again.
func executable() (string, error) { return os.Executable() }
