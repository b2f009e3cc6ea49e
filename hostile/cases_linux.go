package hostile

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/platform"
)

// kernelActs are about what only Linux has.
func kernelActs() []Act {
	return []Act{
		{
			Name: "wait-unkillable", Title: "waits as vfork does, for a child that does not end", Expected: timeout,
			play: func() { tell("body", "main", nil); vfork(); hold() },
		},
		{
			Name: "namespace", Title: "leaves processes in namespaces of their own for ids and users",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() {
				child := part("family")
				child.SysProcAttr = &syscall.SysProcAttr{Cloneflags: unix.CLONE_NEWPID | unix.CLONE_NEWUSER}
				if child.Start() != nil { // not everybody may
					must(leader("leave", "hold").Run())
				}
			},
		},
		{
			Name: "share-memory", Title: "makes shared memory with a name, as locks are made of, and does not end", Expected: timeout,
			play: func() {
				file, err := os.CreateTemp(memoryFolder, memoryName(filepath.Dir(os.Getenv(ledgerVariable)))+"*")
				must(err)
				must(file.Truncate(1 << 10))
				_, err = unix.Mmap(int(file.Fd()), 0, 1<<10, unix.PROT_WRITE, unix.MAP_SHARED)
				must(err)
				tell("body", "main", nil)
				hold()
			},
		},
		{
			Name: "kill-guard", Title: "kills the process that cleans up should the suite vanish", Expected: pass,
			play: func() { toGuard(syscall.SIGKILL) },
		},
		{
			Name: "stop-guard", Title: "stops the process that cleans up should the suite vanish", Expected: pass,
			play: func() { toGuard(syscall.SIGSTOP) },
		},
	}
}

// toGuard sends a signal to the suite's guard.
func toGuard(signal syscall.Signal) {
	processes, err := platform.Processes()
	must(err)
	for _, p := range processes {
		command, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.PID)) // it may have ended
		if p.PPID == os.Getppid() && bytes.HasPrefix(command, []byte("singdance-guard\x00")) {
			must(syscall.Kill(p.PID, signal))
			return
		}
	}
	must(exec.ErrNotFound)
}

// vfork starts a child and waits for it as vfork(2) does: until it ends or executes a program, and hardly interruptible.
//
//go:nosplit
func vfork() {
	pid, _, _ := syscall.RawSyscall6(syscall.SYS_CLONE, unix.CLONE_VFORK|uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	for pid == 0 {
		_, _, _ = syscall.RawSyscall6(syscall.SYS_PPOLL, 0, 0, 0, 0, 0, 0)
	}
}
