package startmethods

import (
	"errors"
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/windows"
)

// bequeath adds files to what a child inherits, and answers by which names the child finds them: their handles, which
// have the same values in both.
func bequeath(attributes *os.ProcAttr, files ...*os.File) (names []string) {
	attributes.Sys = &syscall.SysProcAttr{}
	for _, file := range files {
		handle := file.Fd()
		names = append(names, strconv.FormatUint(uint64(handle), 10))
		attributes.Sys.AdditionalInheritedHandles = append(attributes.Sys.AdditionalInheritedHandles, syscall.Handle(handle))
	}
	return names
}

// inherit finds a file that was bequeathed to this process, and keeps it from going any further.
func inherit(name string) (*os.File, error) {
	handle, err := strconv.ParseUint(name, 10, 64)
	if err != nil {
		return nil, err
	}
	if err := windows.SetHandleInformation(windows.Handle(handle), windows.HANDLE_FLAG_INHERIT, 0); err != nil {
		return nil, os.NewSyscallError("SetHandleInformation", err)
	}
	return os.NewFile(uintptr(handle), "inherited "+name), nil
}

// inheritSocket is not come to: there are no fork servers.
func inheritSocket(name string) (*os.File, error) { return inherit(name) }

// closeStrays has nothing to do: a child gets the handles that it is bequeathed, and its standard three.
func closeStrays([]*os.File) {}

// acknowledged says whether something is in a pipe whose writer has ended.
func acknowledged(pipe *os.File) bool {
	n, _ := pipe.Read(make([]byte, 1))
	return n == 1
}

// terminated is the exit code by which multiprocessing recognizes a process that it has terminated.
const terminated = 0x10000

// exitCode is the exit code in the way of multiprocessing: a process that was terminated has the negative number of
// SIGTERM, though there is no such signal.
func exitCode(state *os.ProcessState) int {
	if code := state.ExitCode(); code != terminated {
		return code
	}
	return -int(windows.SIGTERM)
}

func terminate(process *os.Process) error {
	var failure error
	if err := process.WithHandle(func(handle uintptr) {
		failure = terminateHandle(windows.Handle(handle))
	}); err != nil {
		// The handle is given back when the process has been waited for.
		return os.ErrProcessDone
	}
	return failure
}

func terminateHandle(process windows.Handle) error {
	err := windows.TerminateProcess(process, terminated)
	if err == nil {
		return nil
	}
	// A process that has ended already cannot be accessed any more.
	if event, _ := windows.WaitForSingleObject(process, 0); event == windows.WAIT_OBJECT_0 {
		return os.ErrProcessDone
	}
	return os.NewSyscallError("TerminateProcess", err)
}

func kill(process *os.Process) error { return terminate(process) }

func interrupt(*os.Process) error { return errors.ErrUnsupported }

// parentAlive says whether the process that started this one runs. Its number may belong to another process by now, which
// was then created after this one.
func parentAlive(pid int) bool {
	parent, err := windows.OpenProcess(windows.SYNCHRONIZE|windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return false
	}
	defer windows.CloseHandle(parent)
	if event, err := windows.WaitForSingleObject(parent, 0); err != nil || event == windows.WAIT_OBJECT_0 {
		return false
	}
	its, err := creationTime(parent)
	if err != nil {
		return false
	}
	own, err := creationTime(windows.CurrentProcess())
	return err == nil && its <= own
}

func creationTime(process windows.Handle) (int64, error) {
	var creation, exit, kernel, user windows.Filetime
	err := windows.GetProcessTimes(process, &creation, &exit, &kernel, &user)
	return creation.Nanoseconds(), err
}
