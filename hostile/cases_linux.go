package hostile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/platform"
)

// linuxCases returns the cases that only Linux supports.
func linuxCases() []Case {
	return []Case{
		{
			ID: "uninterruptible-wait", Description: "waits uninterruptibly, as vfork(2) does, for a child that does not exit", ExpectedVerdict: timeout,
			misbehave: func() { reportEvent("body", "main", nil); vfork(); sleepForever() },
		},
		{
			ID: "own-namespaces", Description: "leaves processes that have their own PID and user namespaces",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() {
				child := subprocess("sleep-with-child")
				child.SysProcAttr = &syscall.SysProcAttr{Cloneflags: unix.CLONE_NEWPID | unix.CLONE_NEWUSER}
				if child.Start() != nil { // not permitted for every user
					must(sessionLeader("start", "sleep").Run())
				}
			},
		},
		{
			ID: "named-shared-memory", Description: "creates named shared memory, as locks do, and does not exit", ExpectedVerdict: timeout,
			misbehave: func() {
				file, err := os.CreateTemp(sharedMemoryFolder, sharedMemoryPrefix(filepath.Dir(os.Getenv(processListVariable)))+"*")
				must(err)
				must(file.Truncate(1 << 10))
				_, err = unix.Mmap(int(file.Fd()), 0, 1<<10, unix.PROT_WRITE, unix.MAP_SHARED)
				must(err)
				reportEvent("body", "main", nil)
				sleepForever()
			},
		},
		{
			ID: "kill-guard", Description: "kills the guard process, which cleans up if the suite is killed", ExpectedVerdict: pass,
			misbehave: func() { signalGuard(syscall.SIGKILL) },
		},
		{
			ID: "stop-guard", Description: "stops the guard process, which cleans up if the suite is killed", ExpectedVerdict: pass,
			misbehave: func() { signalGuard(syscall.SIGSTOP) },
		},
	}
}

// signalGuard sends a signal to the guard process of the suite.
func signalGuard(signal syscall.Signal) {
	processes, err := platform.Processes()
	must(err)
	for _, p := range processes {
		command, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.PID)) // the process may have ended
		if p.PPID == os.Getppid() && bytes.HasPrefix(command, []byte("singdance-guard\x00")) {
			must(syscall.Kill(p.PID, signal))
			return
		}
	}
	must(errors.New("no guard process found"))
}

// vfork starts a child and waits for it as vfork(2) does: uninterruptibly, until the child ends or executes a program.
//
//go:nosplit
func vfork() {
	pid, _, _ := syscall.RawSyscall6(syscall.SYS_CLONE, unix.CLONE_VFORK|uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	for pid == 0 {
		_, _, _ = syscall.RawSyscall6(syscall.SYS_PPOLL, 0, 0, 0, 0, 0, 0)
	}
}
