package platform

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// processes takes a snapshot of the system.
func processes() ([]Process, error) {
	var list []Process
	err := eachProcess(func(p Process) {
		if inspect(&p, nil) {
			list = append(list, p)
		}
	})
	return list, err
}

// eachProcess calls visit for each row of a Toolhelp snapshot.
func eachProcess(visit func(Process)) (err error) {
	snapshot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return fmt.Errorf("platform: cannot read the process table: CreateToolhelp32Snapshot: %w", err)
	}
	defer func() { err = errors.Join(err, windows.CloseHandle(snapshot)) }()
	entry := windows.ProcessEntry32{Size: uint32(unsafe.Sizeof(windows.ProcessEntry32{}))}
	for err = windows.Process32First(snapshot, &entry); err == nil; err = windows.Process32Next(snapshot, &entry) {
		visit(Process{
			PID:   int(entry.ProcessID),
			PPID:  int(entry.ParentProcessID),
			State: Alive,
			Name:  windows.UTF16ToString(entry.ExeFile[:]),
		})
	}
	if !errors.Is(err, windows.ERROR_NO_MORE_FILES) {
		return fmt.Errorf("platform: cannot read the process table: Process32Next: %w", err)
	}
	return nil
}

// inspect adds what only the process itself provides: its start time and, if more is not nil, what more adds. It
// reports whether the process is alive. A process that has ended keeps its ID and stays in the tables as long as
// another process has a handle of it. If we may not open the process, inspect trusts the tables.
func inspect(p *Process, more func(windows.Handle, *Process)) bool {
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION|windows.SYNCHRONIZE, false, uint32(p.PID))
	if errors.Is(err, windows.ERROR_INVALID_PARAMETER) && p.PID != 0 {
		// No process has this ID any more.
		return false
	}
	if err != nil {
		return true
	}
	defer windows.CloseHandle(process)
	if event, err := windows.WaitForSingleObject(process, 0); err == nil && event == windows.WAIT_OBJECT_0 {
		return false
	}
	var created, exited, kernel, user windows.Filetime
	if windows.GetProcessTimes(process, &created, &exited, &kernel, &user) == nil {
		p.Start = int64(created.HighDateTime)<<32 | int64(created.LowDateTime)
	}
	if more != nil {
		more(process, p)
	}
	return true
}

// commandLine adds the arguments: the command line that the process was created with (NtQueryInformationProcess,
// ProcessCommandLineInformation, Windows 8.1), split by the rules of CommandLineToArgvW. If the query fails, it adds
// nothing.
func commandLine(process windows.Handle, p *Process) {
	var size uint32
	// The first call only returns the size.
	_ = windows.NtQueryInformationProcess(process, windows.ProcessCommandLineInformation, nil, 0, &size)
	if uintptr(size) < unsafe.Sizeof(windows.NTUnicodeString{}) {
		return
	}
	// The header of the string comes first and points to the characters after it. A slice of uintptr keeps it aligned.
	space := make([]uintptr, (uintptr(size)+unsafe.Sizeof(uintptr(0))-1)/unsafe.Sizeof(uintptr(0)))
	err := windows.NtQueryInformationProcess(process, windows.ProcessCommandLineInformation, unsafe.Pointer(&space[0]), size, &size)
	if err != nil {
		return
	}
	line := (*windows.NTUnicodeString)(unsafe.Pointer(&space[0])).String()
	if arguments, err := windows.DecomposeCommandLine(line); err == nil && line != "" {
		p.Command = arguments
	}
}
