//go:build unix

package hostile

import (
	"os"
	"os/exec"
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

func systemParts() map[string]func([]string) { return nil }

// leader is a part that leads a session of its own.
func leader(words ...string) *exec.Cmd {
	command := part(words...)
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return command
}
