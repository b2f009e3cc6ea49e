package platform

import (
	"errors"
	"slices"

	"golang.org/x/sys/windows"
)

// Shortage reports whether err means that a resource which all programs share has run out or failed: memory, processes,
// handles or the disk. Such a failure is not the fault of the program that was being started.
func Shortage(err error) bool {
	return slices.ContainsFunc([]windows.Errno{
		windows.ERROR_COMMITMENT_LIMIT, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_IO_DEVICE,
		windows.ERROR_NO_SYSTEM_RESOURCES, windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_NOT_ENOUGH_QUOTA,
		windows.ERROR_OUTOFMEMORY, windows.ERROR_TOO_MANY_OPEN_FILES,
	}, func(lack windows.Errno) bool { return errors.Is(err, lack) })
}
