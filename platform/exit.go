package platform

import "fmt"

// Exit is how a process ended, as the operating system reports it.
type Exit struct {
	// Code is the exit status. On Unix, it is 0 to 255, or -N if signal N ended the process, as in Python's
	// multiprocessing and subprocess. On Windows, it is the full 32-bit code as a positive number: 0xC0000005, an
	// access violation, is 3221225477.
	Code int `json:"code"`
	// Signal is the name of the signal that ended the process, for example "SIGKILL", or "signal 34" if the signal has
	// no name. It is empty if no signal ended the process, and always on Windows.
	Signal string `json:"signal,omitempty"`
}

// firstHexCode is the first exit code that is shown in hexadecimal. Codes this large are NTSTATUS values, which are
// usually written in hexadecimal.
const firstHexCode = 1 << 16

// String returns a description: "exit status 1", "exit status 0xc0000005", "killed by SIGKILL".
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
