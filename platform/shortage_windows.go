package platform

import (
	"errors"
	"slices"

	"golang.org/x/sys/windows"
)

// Shortage says whether an error of the operating system is that something has run out or failed of which a program has
// only a share: memory, processes, handles, the disk. It is nobody's fault then who was only about to be started.
func Shortage(err error) bool {
	return slices.ContainsFunc([]windows.Errno{
		windows.ERROR_COMMITMENT_LIMIT, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_IO_DEVICE,
		windows.ERROR_NO_SYSTEM_RESOURCES, windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_NOT_ENOUGH_QUOTA,
		windows.ERROR_OUTOFMEMORY, windows.ERROR_TOO_MANY_OPEN_FILES,
	}, func(lack windows.Errno) bool { return errors.Is(err, lack) })
}
