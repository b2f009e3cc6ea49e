//go:build unix

package hostile

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// systemCases returns the cases that only Unix supports.
func systemCases() []Case {
	return []Case{
		{
			ID: "fork-bomb", Description: "starts a shell that forks itself twice, as does every fork, for nine generations", ExpectedVerdict: crash, ExpectedReason: "^cap on processes: ",
			misbehave: func() {
				must(exec.Command("/bin/sh", "-c",
					"bomb() { if [ $1 -gt 0 ]; then bomb $(($1 - 1)) & bomb $(($1 - 1)) & fi; while :; do sleep 60; done; }; bomb 9").Start())
				sleepForever()
			},
		},
		{
			ID: "double-forked-daemon", Description: "leaves a daemon that was forked twice and has its own session",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() { must(sessionLeader("start", "sleep").Run()) },
		},
		{
			ID: "sigstop-itself", Description: "stops itself and its child with SIGSTOP", ExpectedVerdict: timeout,
			misbehave: func() {
				child := subprocess("sleep")
				must(child.Start())
				must(child.Process.Signal(syscall.SIGSTOP))
				reportEvent("body", "main", nil)
				must(syscall.Kill(os.Getpid(), syscall.SIGSTOP))
				sleepForever()
			},
		},
		{
			ID: "child-changes-process-group", Description: "exits while a child with its own process group is still running",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() {
				child := subprocess("sleep")
				child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
				must(child.Start())
			},
		},
		{
			ID: "kill-own-process-group", Description: "kills its own process group", ExpectedVerdict: crash, ExpectedReason: "killed by SIGKILL",
			misbehave: func() { reportEvent("body", "main", nil); must(syscall.Kill(0, syscall.SIGKILL)); sleepForever() },
		},
		{
			ID: "disguised-daemon", Description: "leaves a daemon that has closed all descriptors and changed its name and environment",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() { must(sessionLeader("start-session-leader", "disguised").Run()) },
		},
		{
			ID: "traced-child", Description: "traces a child, which therefore stops, and never waits for it", ExpectedVerdict: timeout,
			misbehave: func() {
				runtime.LockOSThread() // ptrace ties the child to this thread
				child := subprocess("sleep")
				child.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
				must(child.Start())
				reportEvent("body", "main", nil)
				sleepForever()
			},
		},
		{
			ID: "fifo-as-cue", Description: "puts a named pipe without a reader where the stage creates the file of a cue", ExpectedVerdict: crash, ExpectedReason: "cannot give the cue together",
			misbehave: func() { must(unix.Mkfifo(filepath.Join(os.Getenv("SINGDANCE_CUES"), "together"), 0o600)) },
		},
		{
			ID: "endless-nested-folders", Description: "creates nested folders without end, deeper than the longest possible path", ExpectedVerdict: crash, ExpectedReason: "^cap on disk: .* files were created",
			misbehave: func() {
				reportEvent("body", "main", nil)
				for name := strings.Repeat("deep", 50); ; {
					must(os.Mkdir(name, 0o700))
					must(os.Chdir(name))
				}
			},
		},
		{
			ID: "unusual-files", Description: "leaves pipes, sockets, links, a sparse file of 1 TB, and file names that are not UTF-8",
			ExpectedVerdict: crash, ExpectedReason: "^cap on disk: .* were written",
			misbehave: func() {
				reportEvent("body", "main", nil)
				must(unix.Mkfifo("pipe\n", 0o600))
				must(os.Symlink("itself", "itself"))
				must(os.WriteFile("-rf *", nil, 0))
				if os.WriteFile("\xc3\x28\xff", nil, 0) != nil { // macOS refuses names that are not UTF-8
					must(os.WriteFile("\x1b[2J", nil, 0))
				}
				_, err := net.Listen("unix", "socket")
				must(err)
				must(os.WriteFile("sparse", nil, 0o600))
				must(os.Truncate("sparse", 1<<40))
				sleepForever()
			},
		},
		{
			ID: "zero-resource-limits", Description: "sets its limits of files, processes and written bytes to zero", ExpectedVerdict: crash, ExpectedReason: "reported no event",
			misbehave: func() {
				for _, resource := range []int{unix.RLIMIT_FSIZE, unix.RLIMIT_NOFILE, unix.RLIMIT_CORE, unix.RLIMIT_NPROC} {
					must(unix.Setrlimit(resource, &unix.Rlimit{}))
				}
			},
		},
		{
			ID: "replace-standard-descriptors", Description: "closes its standard descriptors and reuses their numbers for the event file",
			ExpectedVerdict: fail, ExpectedReason: "must report .enter.", skipProgram: true,
			misbehave: func() {
				for fd := range 3 {
					must(unix.Close(fd))
				}
				reportEvent("body", "main", nil)
				events, err := unix.Open(os.Getenv("SINGDANCE_EVENTS"), unix.O_RDWR, 0) // gets descriptor 0
				must(err)
				for fd := 1; fd < 200; fd++ {
					_, _ = unix.FcntlInt(uintptr(events), unix.F_DUPFD, fd)
				}
			},
		},
	}
}

// systemSubprocesses returns the subprocesses that only Unix supports.
func systemSubprocesses() map[string]func([]string) {
	return map[string]func([]string){
		"start-session-leader": func(words []string) { must(sessionLeader(words...).Start()) },
		// Executes another program with an innocent name, an empty environment and no open descriptor.
		"disguised": func([]string) {
			for fd := range 100 {
				_ = unix.Close(fd) // fails for those that are not open
			}
			must(syscall.Exec("/bin/sh", []string{"an-innocent-name", "-c", "while :; do sleep 1000; done"}, nil))
		},
	}
}

// sessionLeader returns a command like subprocess does. Its process leads a new session.
func sessionLeader(words ...string) *exec.Cmd {
	command := subprocess(words...)
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return command
}
