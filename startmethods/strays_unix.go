//go:build unix

package startmethods

import (
	"os"

	"golang.org/x/sys/unix"
)

// closeStrays closes the descriptors that came to this process unasked: what its parent holds without FD_CLOEXEC, often
// because it got it the same way. They are recognized by just that flag. Whatever this process has opened itself so
// far, in Go's runtime and in the initialization of other packages, is marked to be closed on exec.
func closeStrays(expected []*os.File) {
	keep := map[int]bool{}
	for _, file := range expected {
		keep[int(file.Fd())] = true
	}
	for fd := range descriptors {
		if fd <= 2 || keep[fd] {
			continue
		}
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			_ = unix.Close(fd)
		}
	}
}

// allDescriptors calls back with each number that a descriptor can have.
func allDescriptors(yield func(fd int) bool) {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &limit); err != nil {
		return
	}
	for fd := range int(limit.Cur) {
		if !yield(fd) {
			return
		}
	}
}
