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

// runSystemTask performs the parts that only Unix has.
func runSystemTask(notes string, task []string) {
	switch task[0] {
	case "signal": // sends itself this signal
		number, err := strconv.Atoi(task[1])
		must(err)
		must(syscall.Kill(os.Getpid(), syscall.Signal(number)))
		waitForRemoval(notes)
	case "ignore-signals": // as hold, ignores what can be ignored
		signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT)
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "daemonize": // has a child with the remaining part in a session of its own, and ends
		child := helperCommand(task[1:])
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	case "daemonize-without-token": // as daemon, without the run's token
		must(withoutToken(task[1:]).Start())
	case "start-escaped": // announces itself under this name, has a child as anonymous does, and stays
		must(withoutToken(task[2:]).Start())
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "share-memory": // announces itself under this name, with shared memory of the name that it announces
		file, err := os.CreateTemp("/dev/shm", "singdance-test-")
		must(err)
		must(file.Truncate(100))
		_, err = syscall.Mmap(int(file.Fd()), 0, 100, syscall.PROT_READ, syscall.MAP_SHARED)
		must(err)
		announce(notes, task[1], file.Name())
		waitForRemoval(notes)
	case "hop-sessions": // announces itself, goes on in a new session and a new process, again and again
		announce(notes, "hop-sessions", "")
		child := helperCommand(task)
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	default:
		panic("unknown task: " + task[0])
	}
}

// anonymous is a command that performs a part in a session of its own and without the run's token.
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

// someShortage is one of the system's errors that say that something has run out.
const someShortage = syscall.EMFILE
