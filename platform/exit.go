package platform

import "fmt"

// Exit is how a process ended, as the operating system says.
type Exit struct {
	// Code is the exit status. On Unix it is 0 to 255, or -N for a process that signal N ended (the convention of
	// Python's multiprocessing and subprocess). On Windows it is the full 32-bit code as a positive number:
	// 0xC0000005, an access violation, is 3221225477.
	Code int `json:"code"`
	// Signal is the name of the signal that ended the process, for example "SIGKILL", or "signal 34" for one that
	// has no name; empty for a process that ended by itself, and on Windows.
	Signal string `json:"signal,omitempty"`
}

// firstHexCode is the first exit code that is shown in hexadecimal: codes so large are NTSTATUS values, which are
// written that way everywhere.
const firstHexCode = 1 << 16

// String says it in words: "exit status 1", "exit status 0xc0000005", "killed by SIGKILL".
func (e Exit) String() string {
	switch {
	case e.Signal != "":
		return "killed by " + e.Signal
	case e.Code < 0:
		return fmt.Sprintf("killed by signal %d", -e.Code)
	case e.Code >= firstHexCode:
		return fmt.Sprintf("exit status %#x", e.Code)
	default:
		return fmt.Sprintf("exit status %d", e.Code)
	}
}
