//go:build !(linux || darwin || freebsd || netbsd || dragonfly)

package startmethods

import "os"

// die kills this process.
func die() {
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = kill(self)
	}
}
