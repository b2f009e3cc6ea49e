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

// playHere performs the parts that only Unix has.
func playHere(stage string, part []string) {
	switch part[0] {
	case "signal": // sends itself this signal
		number, err := strconv.Atoi(part[1])
		must(err)
		must(syscall.Kill(os.Getpid(), syscall.Signal(number)))
		linger(stage)
	case "stubborn": // as hold, ignores what can be ignored
		signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT)
		announce(stage, part[1], "")
		linger(stage)
	case "daemon": // has a child with the remaining part in a session of its own, and ends
		child := understudy(part[1:])
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	case "anonymous": // as daemon, without the run's token
		must(anonymous(part[1:]).Start())
	case "escort": // announces itself under this name, has a child as anonymous does, and stays
		must(anonymous(part[2:]).Start())
		announce(stage, part[1], "")
		linger(stage)
	case "share": // announces itself under this name, with shared memory of the name that it announces
		file, err := os.CreateTemp("/dev/shm", "singdance-test-")
		must(err)
		must(file.Truncate(100))
		_, err = syscall.Mmap(int(file.Fd()), 0, 100, syscall.PROT_READ, syscall.MAP_SHARED)
		must(err)
		announce(stage, part[1], file.Name())
		linger(stage)
	case "hop": // announces itself, goes on in a new session and a new process, again and again
		announce(stage, "hop", "")
		child := understudy(part)
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		must(child.Start())
	default:
		panic("no such part: " + part[0])
	}
}

// anonymous is a command that performs a part in a session of its own and without the run's token.
func anonymous(part []string) *exec.Cmd {
	child := understudy(part)
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
