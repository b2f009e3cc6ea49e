//go:build unix

package startmethods

import (
	"os"

	"golang.org/x/sys/unix"
)

// closeInherited closes the descriptors that this process inherited and that are not expected. A parent passes on
// unintentionally what is not marked close-on-exec. The flag shows what to close: Go's runtime and the initialization
// of other packages set it on everything that they have opened.
func closeInherited(expected []*os.File) {
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

// allDescriptors yields each number that a descriptor can have.
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
