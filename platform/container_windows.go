package platform

import (
	"errors"
	"fmt"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// killedCode is the exit code of processes that Kill ends: the one that os.Process.Kill and Python's
// Popen.terminate use.
const killedCode = 1

// hold is what a container needs on Windows.
type sysState struct {
	job job
}

// AdoptOrphans prepares this process for containment. On Windows there is nothing to do: the system has no orphans that
// need a new parent.
func AdoptOrphans() error {
	return nil
}

// contained makes the process start suspended, so that it is in the job object before its first instruction.
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

// enclose puts the suspended process into a new job object and lets it run.
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

// disperse has nobody to end: a first process that did not get into its job has not begun, and one that did ends with it.
func (c *Container) killStarted() error { return nil }

// resume lets a process run that was started suspended. os/exec does not keep the handle of its only thread, so the
// thread is looked up.
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

// resumeThread undoes one suspension of a thread.
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

// release closes the job object, which ends whoever is in it still.
func (c *Container) release() error {
	handle := c.sys.job.handle
	c.sys.job.handle = 0
	if err := windows.CloseHandle(handle); err != nil {
		return fmt.Errorf("platform: cannot close the job object: %w", err)
	}
	return nil
}

// busy has no shortcut to offer: asking the job object is cheap.
func (c *Container) stillAlive() bool {
	return false
}

// survey returns who is alive, by id only. The answer is always complete: the job object knows its members, and none
// can join when there is none to start it.
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

// freeze has no means.
func (c *Container) freeze() {}

// count returns the number of members; a few may have ended just now.
func (c *Container) count() (int, error) {
	ids, err := c.sys.job.ids()
	return len(ids), err
}

// list returns the members' rows of the process table. The ids were asked for first: a process that was started since
// is missing, but none is listed that was not a member.
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

// remember has nothing to note: what processes share by a name ends with the last of them.
func (c *Container) noteSharedObjects() {}

// tidy has nothing to remove.
func (c *Container) removeSharedObjects() {}

// strike ends all members and returns those who have not ended yet.
func (c *Container) killAlive() (alive []Process, settled bool, err error) {
	terminateErr := c.sys.job.terminate()
	alive, settled, err = c.findAlive()
	if len(alive) > 0 {
		err = errors.Join(terminateErr, err)
	}
	return alive, settled, err
}
