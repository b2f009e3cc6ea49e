package platform

import (
	"errors"
	"fmt"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// killedCode is the exit code of the processes that Kill ends. os.Process.Kill and Python's Popen.terminate use the
// same one.
const killedCode = 1

// sysState is what a container needs on Windows.
type sysState struct {
	job job
}

// AdoptOrphans makes this process the parent of its orphaned descendants, so that runs can be contained. On Windows
// it does nothing, because orphans do not get a new parent.
func AdoptOrphans() error {
	return nil
}

// withContainment returns a copy of the attributes that starts the process suspended, so that it is in the job object
// before it runs its first instruction.
func withContainment(set *syscall.SysProcAttr) *syscall.SysProcAttr {
	attributes := syscall.SysProcAttr{}
	if set != nil {
		attributes = *set
	}
	attributes.CreationFlags |= windows.CREATE_SUSPENDED
	return &attributes
}

// start starts the first process.
func (c *Container) start() error { return c.cmd.Start() }

// contain puts the suspended process into a new job object and resumes it.
func (c *Container) contain() error {
	job, err := newJob()
	if err != nil {
		return err
	}
	if err = job.assign(c.PID()); err == nil {
		err = resume(c.PID())
	}
	if err != nil {
		return errors.Join(err, windows.CloseHandle(job.handle))
	}
	c.sys.job = job
	return nil
}

// killStarted does nothing: if the first process is not in its job object, it has not run yet; if it is, it ends with
// the job object.
func (c *Container) killStarted() error { return nil }

// resume resumes a process that was started suspended. os/exec does not keep the handle of its only thread, so resume
// looks up the thread.
func resume(pid int) (err error) {
	snapshot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPTHREAD, 0)
	if err != nil {
		return fmt.Errorf("CreateToolhelp32Snapshot: %w", err)
	}
	defer func() { err = errors.Join(err, windows.CloseHandle(snapshot)) }()
	resumed := 0
	entry := windows.ThreadEntry32{Size: uint32(unsafe.Sizeof(windows.ThreadEntry32{}))}
	for err = windows.Thread32First(snapshot, &entry); err == nil; err = windows.Thread32Next(snapshot, &entry) {
		if entry.OwnerProcessID != uint32(pid) {
			continue
		}
		if err = resumeThread(entry.ThreadID); err != nil {
			return err
		}
		resumed++
	}
	if !errors.Is(err, windows.ERROR_NO_MORE_FILES) {
		return fmt.Errorf("Thread32Next: %w", err)
	}
	if resumed == 0 {
		return fmt.Errorf("process %d has no thread", pid)
	}
	return nil
}

// resumeThread decrements the suspend count of a thread.
func resumeThread(id uint32) error {
	thread, err := windows.OpenThread(windows.THREAD_SUSPEND_RESUME, false, id)
	if err != nil {
		return fmt.Errorf("OpenThread: %w", err)
	}
	if _, err = windows.ResumeThread(thread); err != nil {
		err = fmt.Errorf("ResumeThread: %w", err)
	}
	return errors.Join(err, windows.CloseHandle(thread))
}

// release closes the job object, which ends the processes that are still in it.
func (c *Container) release() error {
	handle := c.sys.job.handle
	c.sys.job.handle = 0
	if err := windows.CloseHandle(handle); err != nil {
		return fmt.Errorf("platform: cannot close the job object: %w", err)
	}
	return nil
}

// stillAlive always returns false, because asking the job object is cheap.
func (c *Container) stillAlive() bool {
	return false
}

// findAlive returns the members that are alive, with their process IDs only. settled is always true: the job object
// knows all its members, and if it has none, no process can join it.
func (c *Container) findAlive() (alive []Process, settled bool, err error) {
	ids, err := c.sys.job.ids()
	if err != nil {
		return nil, false, err
	}
	for _, id := range ids {
		if p := (Process{PID: id, State: Alive}); inspect(&p, nil) {
			alive = append(alive, p)
		}
	}
	return alive, true, nil
}

// freeze does nothing on Windows.
func (c *Container) freeze() {}

// count returns the number of members. A few may have just ended.
func (c *Container) count() (int, error) {
	ids, err := c.sys.job.ids()
	return len(ids), err
}

// list returns the members' rows of the process table. It asks for the IDs first: a process that was started since then
// is missing, but every process that is listed was a member.
func (c *Container) list() ([]Process, error) {
	ids, err := c.sys.job.ids()
	if err != nil {
		return nil, err
	}
	member := make(map[int]bool, len(ids))
	for _, id := range ids {
		member[id] = true
	}
	var list []Process
	err = eachProcess(func(p Process) {
		if member[p.PID] && inspect(&p, commandLine) {
			list = append(list, p)
		}
	})
	return list, err
}

// noteSharedObjects does nothing: a named shared object ends with the last process that has it open.
func (c *Container) noteSharedObjects() {}

// removeSharedObjects does nothing.
func (c *Container) removeSharedObjects() {}

// killAlive ends all members and returns those that have not ended yet.
func (c *Container) killAlive() (alive []Process, settled bool, err error) {
	terminateErr := c.sys.job.terminate()
	alive, settled, err = c.findAlive()
	if len(alive) > 0 {
		err = errors.Join(terminateErr, err)
	}
	return alive, settled, err
}
