package platform

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"
)

// guardName is what an executable with this package in it is called by, in place of its own name, to be a guard.
const guardName = "singdance-guard"

// A guard is this executable again, which must become one before it becomes anything else, in any program or test that
// contains something, and before the packages that use this one cost time.
func init() {
	if len(os.Args) == 3 && os.Args[0] == guardName {
		runGuard(os.Stdin, os.Args[1], os.Args[2])
		os.Exit(0) //nolint:forbidigo // this is the guard's main function
	}
}

// Guard is a process beside this one that looks after what this one leaves behind if it ends without doing so itself,
// as SIGKILL makes it. It waits for the end of a pipe, which the system closes whatever happens; then it ends every
// process of the runs whose tokens this guard gave, and removes the folder.
//
// On Windows the runs' processes are ended by the system, which closes the job objects, and the guard removes the folder.
// Elsewhere a process is found as it is by [Container], but for one without a brand: an orphan that had left its session
// and replaced its environment before this process ended.
type Guard struct {
	tokenPrefix  string // what its tokens begin with
	cmd          *exec.Cmd
	pipe         *os.File
	unresponsive atomic.Bool // it did not take in what it was told

	writeTimeout time.Duration
}

// guardWriteTimeout is how long a guard may take until there is room in the pipe from which it reads of containers. That has
// room for two thousand lines, and the guard has nothing else to do.
const guardWriteTimeout = 10 * time.Second

// NewGuard starts a guard. Nobody but this process and its guard should use the folder.
func NewGuard(folder string) (*Guard, error) {
	executable := "/proc/self/exe" // which is the right one even if the file has been replaced
	if runtime.GOOS != "linux" {
		var err error
		if executable, err = os.Executable(); err != nil {
			return nil, fmt.Errorf("platform: no guard can be started: %w", err)
		}
	}
	input, pipe, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("platform: no guard can be started: %w", err)
	}
	defer input.Close()
	g := &Guard{tokenPrefix: rand.Text(), pipe: pipe, writeTimeout: guardWriteTimeout}
	g.cmd = &exec.Cmd{
		Path: executable, Args: []string{guardName, folder, g.tokenPrefix},
		Dir: filepath.Dir(folder), Stdin: input, SysProcAttr: detached(),
		Env: []string{"PATH=" + os.Getenv("PATH")}, // for ps(1); what else is there is for the programs
	}
	if err := g.cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("platform: no guard can be started: %w", err), pipe.Close())
	}
	return g, nil
}

// Token returns a new token for a run that the guard shall look after. Shared memory and semaphores whose names hold "sd-"
// and the first ten characters of it are removed in the end, where the system tells which there are.
func (g *Guard) Token() string { return g.tokenPrefix + rand.Text() }

// Watch tells the guard of a container whose run has one of its tokens, so that it finds the run's processes even where
// the system hides their environments. What it returns is to be called when the container has been closed, whose ids are
// somebody else's then.
func (g *Guard) Watch(c *Container) (unwatch func()) {
	send := func(sign string) {
		if g.unresponsive.Load() {
			return
		}
		// A guard that is gone or stopped cannot be told; it does no harm as long as this process does not vanish as
		// well. On Windows, where a pipe has no deadline, nothing is told that is needed.
		if err := g.pipe.SetWriteDeadline(time.Now().Add(g.writeTimeout)); err != nil {
			return
		}
		_, err := fmt.Fprintf(g.pipe, "%s %d %d %d\n", sign, c.PID(), c.firstStart(), c.runTag())
		g.unresponsive.Store(err != nil)
	}
	send(opened)
	return func() { send(closed) }
}

// What a guard is told of a container.
const (
	opened = "+"
	closed = "-"
)

// Close ends the guard: this process has looked after everything itself.
func (g *Guard) Close() error {
	err := g.cmd.Process.Kill()
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	_ = g.cmd.Wait() // it was killed, which is no news
	removeSharedNames(g.tokenPrefix)
	return errors.Join(err, g.pipe.Close())
}

// runGuard is the guard's part: it reads of the containers until there is nobody who writes of them.
func runGuard(input io.Reader, folder, tokenPrefix string) {
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	s := newSweeper(tokenPrefix)
	lines := bufio.NewScanner(input)
	for lines.Scan() {
		var sign string
		var first identity
		var tag uint64
		if _, err := fmt.Sscan(lines.Text(), &sign, &first.pid, &first.start, &tag); err != nil {
			continue // the last line can be half a line
		}
		if sign == opened {
			s.runs[first] = tag
		} else {
			delete(s.runs, first)
		}
	}
	deadline := time.Now().Add(killBound)
	for pause := killPauseFirst; ; pause = min(2*pause, killPauseLast) {
		gone := s.sweep()
		removeSharedNames(tokenPrefix)
		if gone && RemoveAll(folder) == nil || time.Now().After(deadline) {
			return
		}
		time.Sleep(pause)
	}
}

// identity tells a process from every other one, also from one that gets its id later.
type identity struct {
	pid   int
	start int64
}
