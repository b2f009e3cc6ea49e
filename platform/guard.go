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

// guardName is the argv[0] that makes an executable with this package run as a guard.
const guardName = "singdance-guard"

// A guard is another process of this executable. It becomes a guard here, before the packages that import this one
// run their init functions. Therefore every program or test that uses containers can start a guard.
func init() {
	if len(os.Args) == 3 && os.Args[0] == guardName {
		runGuard(os.Stdin, os.Args[1], os.Args[2])
		os.Exit(0) //nolint:forbidigo // this is the guard's main function
	}
}

// Guard is a process that cleans up if this process ends without cleaning up, for example because of SIGKILL. The guard
// reads from a pipe that the system closes when this process ends, for any reason. Then the guard kills every process
// of the runs whose tokens came from [Guard.Token], and removes the folder.
//
// On Windows, the system ends the processes of the runs when it closes the job objects, and the guard only removes the
// folder. On Unix, the guard finds processes by the same rules as [Container], with one exception: without a run tag,
// it cannot find an orphan that left its session and replaced its environment before this process ended.
type Guard struct {
	tokenPrefix  string // every token of this guard starts with it
	cmd          *exec.Cmd
	pipe         *os.File
	unresponsive atomic.Bool // a write to the pipe failed, so nothing more is sent

	writeTimeout time.Duration
}

// guardWriteTimeout is how long a write to the guard waits for room in the pipe. The pipe has room for two thousand
// lines, and the guard does nothing except read them.
const guardWriteTimeout = 10 * time.Second

// NewGuard starts a guard process for a folder. Only this process and its guard should use the folder.
func NewGuard(folder string) (*Guard, error) {
	executable := "/proc/self/exe" // still the right file if the executable was replaced
	if runtime.GOOS != "linux" {
		var err error
		if executable, err = os.Executable(); err != nil {
			return nil, fmt.Errorf("platform: cannot start the guard process: %w", err)
		}
	}
	input, pipe, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("platform: cannot start the guard process: %w", err)
	}
	defer input.Close()
	g := &Guard{tokenPrefix: rand.Text(), pipe: pipe, writeTimeout: guardWriteTimeout}
	g.cmd = &exec.Cmd{
		Path: executable, Args: []string{guardName, folder, g.tokenPrefix},
		Dir: filepath.Dir(folder), Stdin: input, SysProcAttr: detached(),
		Env: []string{"PATH=" + os.Getenv("PATH")}, // for ps(1); the guard needs no other variable
	}
	if err := g.cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("platform: cannot start the guard process: %w", err), pipe.Close())
	}
	return g, nil
}

// Token returns a new token for a run that the guard cleans up after. When the guard ends, it removes shared memory and
// semaphores whose names contain "sd-" and the first ten characters of the token, if the system can list them.
func (g *Guard) Token() string { return g.tokenPrefix + rand.Text() }

// Watch sends the identity of a container to the guard. The container's run must have a token of this guard. The guard
// can then find the run's processes even if the system hides their environments. Call unwatch when the container has
// been closed: other processes may get its IDs then.
func (g *Guard) Watch(c *Container) (unwatch func()) {
	send := func(sign string) {
		if g.unresponsive.Load() {
			return
		}
		// If the guard has ended or is stopped, it does no harm unless this process is killed as well. On Windows,
		// where a pipe has no deadline, the guard does not need these lines.
		if err := g.pipe.SetWriteDeadline(time.Now().Add(g.writeTimeout)); err != nil {
			return
		}
		_, err := fmt.Fprintf(g.pipe, "%s %d %d %d\n", sign, c.PID(), c.firstStart(), c.runTag())
		g.unresponsive.Store(err != nil)
	}
	send(opened)
	return func() { send(closed) }
}

// opened and closed are the first words of the lines that the guard reads about a container.
const (
	opened = "+"
	closed = "-"
)

// Close ends the guard. Call it after everything else has been cleaned up.
func (g *Guard) Close() error {
	err := g.cmd.Process.Kill()
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	_ = g.cmd.Wait() // it was killed, so its exit status does not matter
	removeSharedNames(g.tokenPrefix)
	return errors.Join(err, g.pipe.Close())
}

// runGuard is the guard's main function. It reads lines about containers until the pipe's last writer closes it.
func runGuard(input io.Reader, folder, tokenPrefix string) {
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	s := newSweeper(tokenPrefix)
	lines := bufio.NewScanner(input)
	for lines.Scan() {
		var sign string
		var first identity
		var tag uint64
		if _, err := fmt.Sscan(lines.Text(), &sign, &first.pid, &first.start, &tag); err != nil {
			continue // the last line may be incomplete
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

// identity identifies a process: a later process may have the same ID, but then it has another start time.
type identity struct {
	pid   int
	start int64
}
