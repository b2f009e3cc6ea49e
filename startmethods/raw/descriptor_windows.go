package raw

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// descriptor returns the handle for a descriptor. For 0, 1 and 2, it is the standard handle.
func descriptor(fd int) syscall.Handle {
	switch fd {
	case 0:
		return syscall.Stdin
	case 1:
		return syscall.Stdout
	case 2:
		return syscall.Stderr
	}
	return syscall.Handle(fd)
}

func lock(fd int) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	return windows.LockFileEx(windows.Handle(descriptor(fd)), flags, 0, 1, 0, &windows.Overlapped{})
}
