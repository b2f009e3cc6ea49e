//go:build darwin || freebsd || openbsd || netbsd || dragonfly

package platform

import "golang.org/x/sys/unix"

// sessionOf returns the session of a process, whose id is that of the process that made it (getsid(2)); 0 for a
// process that has ended, and where the system keeps it from us, as OpenBSD does for other sessions.
func sessionOf(pid int) int {
	session, err := unix.Getsid(pid)
	if err != nil {
		return 0
	}
	return session
}
