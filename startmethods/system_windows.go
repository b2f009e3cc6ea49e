package startmethods

import (
	"errors"
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/windows"
)

// passFiles adds files to those that a child inherits. It returns the names for inheritFile: their handles, which have the
// same values in both processes.
func passFiles(attributes *os.ProcAttr, files ...*os.File) (names []string) {
	attributes.Sys = &syscall.SysProcAttr{}
	for _, file := range files {
		handle := file.Fd()
		names = append(names, strconv.FormatUint(uint64(handle), 10))
		attributes.Sys.AdditionalInheritedHandles = append(attributes.Sys.AdditionalInheritedHandles, syscall.Handle(handle))
	}
	return names
}

// inheritFile returns a file that was passed to this process, and makes it not inheritable.
func inheritFile(name string) (*os.File, error) {
	handle, err := strconv.ParseUint(name, 10, 64)
	if err != nil {
		return nil, err
	}
	if err := windows.SetHandleInformation(windows.Handle(handle), windows.HANDLE_FLAG_INHERIT, 0); err != nil {
		return nil, os.NewSyscallError("SetHandleInformation", err)
	}
	return os.NewFile(uintptr(handle), "inherited "+name), nil
}

// inheritSocket is not called: there is no fork server.
func inheritSocket(name string) (*os.File, error) { return inheritFile(name) }

// closeInherited does nothing: a child inherits only the handles that were passed to it, and its standard files.
func closeInherited([]*os.File) {}

// acknowledged reports whether there is a byte in a pipe whose writer has ended.
func acknowledged(pipe *os.File) bool {
	n, _ := pipe.Read(make([]byte, 1))
	return n == 1
}

// terminated is the exit code that multiprocessing gives a process when it terminates it.
const terminated = 0x10000

// exitCode returns the exit code as multiprocessing reports it: a process that was terminated has the negative number of
// SIGTERM, although Windows has no such signal.
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
		// The handle is closed when the process has been waited for.
		return os.ErrProcessDone
	}
	return failure
}

func terminateHandle(process windows.Handle) error {
	err := windows.TerminateProcess(process, terminated)
	if err == nil {
		return nil
	}
	// A process that has ended cannot be terminated.
	if event, _ := windows.WaitForSingleObject(process, 0); event == windows.WAIT_OBJECT_0 {
		return os.ErrProcessDone
	}
	return os.NewSyscallError("TerminateProcess", err)
}

func kill(process *os.Process) error { return terminate(process) }

func interrupt(*os.Process) error { return errors.ErrUnsupported }

// parentAlive reports whether the process that started this one runs. If another process has its PID by now, that process
// was created after this one.
func parentAlive(pid int) bool {
	parent, err := windows.OpenProcess(windows.SYNCHRONIZE|windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return false
	}
	defer windows.CloseHandle(parent)
	if event, err := windows.WaitForSingleObject(parent, 0); err != nil || event == windows.WAIT_OBJECT_0 {
		return false
	}
	parentTime, err := creationTime(parent)
	if err != nil {
		return false
	}
	ownTime, err := creationTime(windows.CurrentProcess())
	return err == nil && parentTime <= ownTime
}

func creationTime(process windows.Handle) (int64, error) {
	var creation, exit, kernel, user windows.Filetime
	err := windows.GetProcessTimes(process, &creation, &exit, &kernel, &user)
	return creation.Nanoseconds(), err
}
