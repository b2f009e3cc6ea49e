package platform

import (
	"errors"

	"golang.org/x/sys/windows"
)

// kept says whether something was not removed because somebody uses it. A process that was ended leaves its job object
// before its handles are closed, and scanners for viruses open what was just written.
func kept(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_DIR_NOT_EMPTY) // of which something is still being removed
}
