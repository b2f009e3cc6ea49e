//go:build unix

package platform

import (
	"errors"
	"slices"

	"golang.org/x/sys/unix"
)

// Shortage reports whether err means that a resource which all programs share has run out or failed: memory, processes,
// descriptors or the disk. Such a failure is not the fault of the program that was being started.
func Shortage(err error) bool {
	return slices.ContainsFunc([]unix.Errno{
		unix.EAGAIN, unix.EDQUOT, unix.EIO, unix.EMFILE, unix.ENFILE, unix.ENOMEM, unix.ENOSPC,
	}, func(lack unix.Errno) bool { return errors.Is(err, lack) })
}
