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

// systemActs are about what only Unix has.
func systemActs() []Act {
	return []Act{
		{
			Name: "fork-bomb", Title: "a shell forks itself twice, and so does every fork, for nine generations", Expected: crash, Reason: "^cap on processes: ",
			play: func() {
				must(exec.Command("/bin/sh", "-c",
					"bomb() { if [ $1 -gt 0 ]; then bomb $(($1 - 1)) & bomb $(($1 - 1)) & fi; while :; do sleep 60; done; }; bomb 9").Start())
				hold()
			},
		},
		{
			Name: "daemon", Title: "leaves a daemon: forked twice, in a session of its own",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() { must(leader("leave", "hold").Run()) },
		},
		{
			Name: "stop-itself", Title: "stops itself and its child with SIGSTOP", Expected: timeout,
			play: func() {
				child := part("hold")
				must(child.Start())
				must(child.Process.Signal(syscall.SIGSTOP))
				tell("body", "main", nil)
				must(syscall.Kill(os.Getpid(), syscall.SIGSTOP))
				hold()
			},
		},
		{
			Name: "change-group", Title: "a child changes its process group, and outlives it",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() {
				child := part("hold")
				child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
				must(child.Start())
			},
		},
		{
			Name: "kill-group", Title: "kills its own process group", Expected: crash, Reason: "killed by SIGKILL",
			play: func() { tell("body", "main", nil); must(syscall.Kill(0, syscall.SIGKILL)); hold() },
		},
		{
			Name: "disguise", Title: "leaves a daemon that has closed all descriptors and changed its name and environment",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() { must(leader("leave-leader", "disguised").Run()) },
		},
		{
			Name: "traced", Title: "traces a child, which is stopped, and waits for neither", Expected: timeout,
			play: func() {
				runtime.LockOSThread() // a tracer is a thread
				child := part("hold")
				child.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
				must(child.Start())
				tell("body", "main", nil)
				hold()
			},
		},
		{
			Name: "cue-pipe", Title: "puts a pipe that nobody reads where a cue is given", Expected: crash, Reason: "the cue together cannot be given",
			play: func() { must(unix.Mkfifo(filepath.Join(os.Getenv("SINGDANCE_CUES"), "together"), 0o600)) },
		},
		{
			Name: "dig-deep", Title: "makes folders in folders without end, deeper than a path can say", Expected: crash, Reason: "^cap on disk: it made ",
			play: func() {
				tell("body", "main", nil)
				for name := strings.Repeat("deep", 50); ; {
					must(os.Mkdir(name, 0o700))
					must(os.Chdir(name))
				}
			},
		},
		{
			Name: "odd-files", Title: "leaves pipes, sockets, links, a file of 1 TB without content, and names that are not UTF-8",
			Expected: crash, Reason: "^cap on disk: it wrote ",
			play: func() {
				tell("body", "main", nil)
				must(unix.Mkfifo("pipe\n", 0o600))
				must(os.Symlink("itself", "itself"))
				must(os.WriteFile("-rf *", nil, 0))
				if os.WriteFile("\xc3\x28\xff", nil, 0) != nil { // which macOS refuses
					must(os.WriteFile("\x1b[2J", nil, 0))
				}
				_, err := net.Listen("unix", "socket")
				must(err)
				must(os.WriteFile("sparse", nil, 0o600))
				must(os.Truncate("sparse", 1<<40))
				hold()
			},
		},
		{
			Name: "no-limits", Title: "allows itself neither files nor processes nor bytes to write", Expected: crash, Reason: "told no event",
			play: func() {
				for _, resource := range []int{unix.RLIMIT_FSIZE, unix.RLIMIT_NOFILE, unix.RLIMIT_CORE, unix.RLIMIT_NPROC} {
					must(unix.Setrlimit(resource, &unix.Rlimit{}))
				}
			},
		},
		{
			Name: "close-descriptors", Title: "closes its standard descriptors, and makes others of them",
			Expected: fail, Reason: "must tell .enter.", stay: true,
			play: func() {
				for fd := range 3 {
					must(unix.Close(fd))
				}
				tell("body", "main", nil)
				events, err := unix.Open(os.Getenv("SINGDANCE_EVENTS"), unix.O_RDWR, 0) // becomes standard input
				must(err)
				for fd := 1; fd < 200; fd++ {
					_, _ = unix.FcntlInt(uintptr(events), unix.F_DUPFD, fd)
				}
			},
		},
	}
}

func systemParts() map[string]func([]string) {
	return map[string]func([]string){
		"leave-leader": func(words []string) { must(leader(words...).Start()) },
		// disguised executes a program that is another by its name and its environment, and has no descriptor open.
		"disguised": func([]string) {
			for fd := range 100 {
				_ = unix.Close(fd) // most are not open
			}
			must(syscall.Exec("/bin/sh", []string{"an-innocent-name", "-c", "while :; do sleep 1000; done"}, nil))
		},
	}
}

// leader is a part that leads a session of its own.
func leader(words ...string) *exec.Cmd {
	command := part(words...)
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return command
}
