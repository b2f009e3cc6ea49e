package platform

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// initialIDs is the number of process IDs for which the first query of a job object has room.
const initialIDs = 64

// job is a job object: a set of processes. Every process that a member starts joins it (Microsoft Learn, "Job
// Objects").
type job struct {
	handle windows.Handle
}

// newJob creates a job object that ends its processes when its last handle is closed. Its limits do not allow members
// to break away, so no member can start a process outside of it.
func newJob() (job, error) {
	handle, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return job{}, fmt.Errorf("CreateJobObject: %w", err)
	}
	var limits windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	_, err = windows.SetInformationJobObject(handle, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err != nil {
		return job{}, errors.Join(fmt.Errorf("SetInformationJobObject: %w", err), windows.CloseHandle(handle))
	}
	return job{handle}, nil
}

// assign makes a process a member.
func (j job) assign(pid int) error {
	process, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(pid))
	if err != nil {
		return fmt.Errorf("OpenProcess: %w", err)
	}
	if err = windows.AssignProcessToJobObject(j.handle, process); err != nil {
		err = fmt.Errorf("AssignProcessToJobObject: %w", err)
	}
	return errors.Join(err, windows.CloseHandle(process))
}

// ids returns the process IDs of the members (JOBOBJECT_BASIC_PROCESS_ID_LIST). Some may have ended.
func (j job) ids() ([]int, error) {
	if j.handle == 0 {
		// With handle 0, the system would use the job object that this process is in.
		return nil, errors.New("platform: the container is closed")
	}
	// Two 32-bit counts, assigned and listed, come before the IDs. Both fit into one pointer on 64-bit systems, and
	// into two on 32-bit systems.
	const counts = 8 / unsafe.Sizeof(uintptr(0))
	for size := initialIDs; ; size *= 2 {
		list := make([]uintptr, int(counts)+size)
		err := windows.QueryInformationJobObject(j.handle, windows.JobObjectBasicProcessIdList,
			uintptr(unsafe.Pointer(&list[0])), uint32(uintptr(len(list))*unsafe.Sizeof(list[0])), nil)
		if errors.Is(err, windows.ERROR_MORE_DATA) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("platform: QueryInformationJobObject: %w", err)
		}
		header := (*[2]uint32)(unsafe.Pointer(&list[0]))
		assigned, listed := header[0], header[1]
		if int(assigned) > size {
			continue
		}
		ids := make([]int, min(int(listed), size))
		for i := range ids {
			ids[i] = int(list[int(counts)+i])
		}
		return ids, nil
	}
}

// terminate ends all members. If a member has not started to run, Wine 10 sometimes leaves its Unix process: it waits
// for a reply on a pipe whose ends it holds both (init_thread_pipe in dlls/ntdll/unix/server.c), and the Wine server
// has forgotten it. Its Windows process is gone, so nothing here can see it.
func (j job) terminate() error {
	return windows.TerminateJobObject(j.handle, killedCode)
}
