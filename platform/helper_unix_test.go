//go:build unix

package platform

import (
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
)

// runSystemTask runs the tasks that only Unix has.
func runSystemTask(notes string, task []string) {
	switch task[0] {
	case "signal": // sends itself this signal
		number, err := strconv.Atoi(task[1])
		must(err)
		must(syscall.Kill(os.Getpid(), syscall.Signal(number)))
		waitForRemoval(notes)
	case "ignore-signals": // like wait, but ignores all signals that can be ignored
		signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT)
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "daemonize": // starts a child that runs the remaining task in a new session, and ends
		child := helperCommand(task[1:])
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	case "daemonize-without-token": // like daemonize, but the child does not have the run's token
		must(withoutToken(task[1:]).Start())
	case "start-escaped": // announces itself under this name, starts a child as daemonize-without-token does, and waits
		must(withoutToken(task[2:]).Start())
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "share-memory": // maps shared memory, announces the name of its file, and waits
		file, err := os.CreateTemp("/dev/shm", "singdance-test-")
		must(err)
		must(file.Truncate(100))
		_, err = syscall.Mmap(int(file.Fd()), 0, 100, syscall.PROT_READ, syscall.MAP_SHARED)
		must(err)
		announce(notes, task[1], file.Name())
		waitForRemoval(notes)
	case "hop-sessions": // announces itself, then continues in a new session and a new process, again and again
		announce(notes, "hop-sessions", "")
		child := helperCommand(task)
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	default:
		panic("unknown task: " + task[0])
	}
}

// withoutToken returns a command that runs a task in a new session and without the run's token.
func withoutToken(task []string) *exec.Cmd {
	child := helperCommand(task)
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, RunVariable+"=") {
			child.Env = append(child.Env, variable)
		}
	}
	return child
}

// someShortage is one of the errors that mean that a resource has run out.
const someShortage = syscall.EMFILE
