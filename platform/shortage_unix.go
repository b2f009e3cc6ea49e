//go:build unix

package platform

import (
	"errors"
	"slices"

	"golang.org/x/sys/unix"
)

// Shortage says whether an error of the operating system is that something has run out or failed of which a program has
// only a share: memory, processes, descriptors, the disk. It is nobody's fault then who was only about to be started.
func Shortage(err error) bool {
	return slices.ContainsFunc([]unix.Errno{
		unix.EAGAIN, unix.EDQUOT, unix.EIO, unix.EMFILE, unix.ENFILE, unix.ENOMEM, unix.ENOSPC,
	}, func(lack unix.Errno) bool { return errors.Is(err, lack) })
}
