package platform

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// initialIDs is the number of process ids that a job object is asked for at first.
const initialIDs = 64

// job is a job object: a set of processes that every process started by a member joins (Microsoft Learn, "Job
// Objects").
type job struct {
	handle windows.Handle
}

// newJob creates a job object that ends its processes when its last handle is closed. Its limits do not include a
// permission to break away, so no member can start a process outside.
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

// ids returns the ids of the members (JOBOBJECT_BASIC_PROCESS_ID_LIST). Some may have ended.
func (j job) ids() ([]int, error) {
	if j.handle == 0 {
		// The system would answer for the job object that this process is in.
		return nil, errors.New("platform: the container is closed")
	}
	// Two 32-bit counts, assigned and listed, come before the ids; both fit into one pointer's room on the 64-bit
	// systems, and into two on the 32-bit ones.
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

// terminate ends all members. Wine 10 now and then leaves the Unix process of one that had not begun yet: it waits for an
// answer on a pipe of which it holds both ends itself (init_thread_pipe in dlls/ntdll/unix/server.c), from a server that has
// forgotten it. No Windows process is there any more, so that nothing here can see it.
func (j job) terminate() error {
	return windows.TerminateJobObject(j.handle, killedCode)
}
