//go:build darwin || freebsd || openbsd || netbsd || dragonfly

package platform

import "golang.org/x/sys/unix"

// sessionOf returns the ID of a process's session, which is the ID of the process that created the session (getsid(2)).
// It returns 0 if the process has ended or if the system hides its session, as OpenBSD does for other sessions.
func sessionOf(pid int) int {
	session, err := unix.Getsid(pid)
	if err != nil {
		return 0
	}
	return session
}
