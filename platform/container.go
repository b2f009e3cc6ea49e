package platform

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// RunVariable is the environment variable that passes a run's token to every process of the run.
const RunVariable = "SINGDANCE_RUN"

// killBound is how long Kill tries. The pause between two attempts grows from killPauseFirst to killPauseLast. The
// bound is not a judgment about a program: a process that survives SIGKILL or TerminateJobObject for so long hangs in
// the kernel, and waiting longer would not help.
const (
	killBound      = 30 * time.Second
	killPauseFirst = 100 * time.Microsecond
	killPauseLast  = 20 * time.Millisecond
)

// settleAttempts is how many times Empty reads the process table. It reads the table again if no process is alive, but
// some have just ended and may have started others.
const settleAttempts = 3

// Container holds every process that one run of a program starts.
//
// On Linux, it is a new session with its own process group, and this process adopts its orphans as their subreaper.
// Processes that left the group are found by their ancestors and by the run's token in their environment. On other Unix
// systems it is the same without the adoption. On Windows, it is a job object that ends all its processes when it is
// closed. The first process is in the job object before it runs its first instruction.
//
// On Windows, a process of the run cannot leave the job object. But a process that it asks a system service to create
// (WMI, the task scheduler) was never in it.
//
// On Linux, processes also have a run tag. A process escapes only if it lost its run tag (an unusual resource limit,
// which no program changes by accident), left the session, replaced its environment by running another program, and
// lost all its ancestors before the process table was read. While only one container is open, even such a process is
// found, unless it is the leader of a session.
//
// All methods can be called from several goroutines.
type Container struct {
	cmd   *exec.Cmd
	token string

	done    chan struct{} // closed when the first process has ended; exit and waitErr are set before
	exit    Exit
	waitErr error

	mu         sync.Mutex
	empty      bool // no process was alive once, so none will be again
	killFailed bool // some process could not be killed within killBound
	closed     bool
	sys        sysState // what the container needs on this system
}

// Start starts cmd in a new container. cmd must not have been started. Its Stdout and Stderr should be files: with a
// pipe or a writer, [Container.Wait] would wait for every process that inherited it.
//
// Start adds SINGDANCE_RUN=token to the environment, so that stray processes of the run can be recognized. The token
// must differ from the token of every other run on the machine, and no token may be a prefix of another.
//
// Start keeps what the caller has set in SysProcAttr, except for what the containment needs. On Unix, this is a new
// session: the program has no controlling terminal and cannot read from ours. On Windows, it is a suspended start.
//
// If Start returns an error, no process is left running. If the executable cannot be started, the text of the error is its
// path and the cause. The caller says what it wanted to start.
func Start(cmd *exec.Cmd, token string) (*Container, error) {
	if token == "" || strings.ContainsRune(token, 0) {
		return nil, fmt.Errorf("platform: invalid run token %q: it must not be empty or contain a null byte", token)
	}
	if err := AdoptOrphans(); err != nil {
		return nil, err
	}
	cmd.Env = append(cmd.Environ(), RunVariable+"="+token)
	cmd.SysProcAttr = withContainment(cmd.SysProcAttr)
	c := &Container{cmd: cmd, token: token, done: make(chan struct{})}
	if err := c.start(); err != nil {
		return nil, fmt.Errorf("%s: %w", cmd.Path, startCause(err))
	}
	if err := c.contain(); err != nil {
		err = fmt.Errorf("platform: cannot contain %s: %w", cmd.Path, err)
		killErr := errors.Join(c.killStarted(), cmd.Process.Kill())
		// The exit status does not matter here: the containment failed.
		_ = cmd.Wait()
		return nil, errors.Join(err, killErr)
	}
	go c.waitForFirst()
	return c, nil
}

// startCause returns the cause of an error of [exec.Cmd.Start], without the path of the executable.
func startCause(err error) error {
	var lookErr *exec.Error
	if errors.As(err, &lookErr) {
		return lookErr.Err
	}
	var pathErr *os.PathError
	if errors.As(err, &pathErr) && pathErr.Op == "fork/exec" {
		return pathErr.Err
	}
	return err
}

// waitForFirst fetches the exit status of the first process as soon as there is one, whether or not Wait is called.
func (c *Container) waitForFirst() {
	defer close(c.done)
	err := c.cmd.Wait()
	if c.cmd.ProcessState == nil {
		c.waitErr = fmt.Errorf("platform: cannot wait for process %d: %w", c.PID(), err)
		return
	}
	c.exit = exitOf(c.cmd.ProcessState)
}

// PID returns the process ID of the first process.
func (c *Container) PID() int {
	return c.cmd.Process.Pid
}

// Wait waits until the first process has ended and returns how it ended. Other processes of the run may still be alive.
// Wait can be called several times and by several goroutines. Every call returns the same result.
func (c *Container) Wait() (Exit, error) {
	<-c.done
	return c.exit, c.waitErr
}

// ended reports whether the first process has ended and its exit status was fetched.
func (c *Container) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}

// Processes returns the processes of the run that exist now, with their arguments: the first process while it lives,
// its descendants, and orphans. It includes a zombie whose parent is a process of the run. It does not include orphans
// that have ended: their new parent, which is the init process or this one, fetches their exit status at once.
func (c *Container) Processes() ([]Process, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.empty {
		return nil, nil
	}
	return c.list()
}

// Count returns how many processes of the run exist now. It costs less than Processes.
func (c *Container) Count() (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.empty {
		return 0, nil
	}
	return c.count()
}

// Freeze stops the processes of the run as far as the system can, so that the caller can look at a growing run before
// it kills it. On Unix, Freeze sends SIGSTOP; it may miss processes that start others in new groups at the same time.
// On Windows, it does nothing.
func (c *Container) Freeze() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.empty {
		c.freeze()
	}
}

// Empty reports whether no process of the run is alive. It is cheap while a process is alive, and is meant to be polled
// after Wait has returned. Before that, it returns false. Once it has returned true, it always returns true.
//
// On Linux, Empty fetches the exit statuses of the orphans that this process adopted, so that no zombies are left. It
// does not fetch those of children that this process started, with one exception: a child that was started with a bare
// system call, without package os, and made the leader of a session is taken for an orphan when it has ended. Do not
// mix such children with containers.
func (c *Container) Empty() (bool, error) {
	if !c.ended() {
		return false, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.empty {
		return true, nil
	}
	if c.stillAlive() {
		return false, nil
	}
	for range settleAttempts {
		alive, settled, err := c.findAlive()
		if err != nil {
			return false, err
		}
		if len(alive) > 0 {
			return false, nil
		}
		if settled {
			c.empty = true
			return true, nil
		}
	}
	return false, nil
}

// Kill ends every process of the run: with SIGKILL on Unix, with TerminateJobObject and exit code 1 on Windows. It
// returns when no process of the run is alive, or with an error that names the survivors. It can be called at any time
// and several times.
//
// On Linux, Kill also removes the shared memory and the named semaphores that the killed processes made and used,
// because these processes can no longer do it.
func (c *Container) Kill() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.kill()
}

// kill is Kill for a caller that holds the lock.
func (c *Container) kill() error {
	if c.empty {
		return nil
	}
	c.noteSharedObjects()
	deadline := time.Now()
	if !c.killFailed {
		deadline = deadline.Add(killBound)
	}
	for pause := killPauseFirst; ; pause = min(2*pause, killPauseLast) {
		alive, settled, err := c.killAlive()
		if err == nil && len(alive) == 0 && settled && c.ended() {
			c.empty = true
			c.removeSharedObjects()
			return nil
		}
		if time.Now().After(deadline) {
			c.killFailed = true // from now on, a single attempt is enough
			return killError(alive, err)
		}
		time.Sleep(pause)
	}
}

// killError returns the error of a Kill that did not succeed.
func killError(alive []Process, err error) error {
	if len(alive) == 0 {
		if err == nil {
			err = errors.New("the exit status of the first process could not be fetched, or new processes appear too fast")
		}
		return fmt.Errorf("platform: cannot determine whether the run has ended: %w", err)
	}
	names := make([]string, len(alive))
	for i, p := range alive {
		names[i] = strings.TrimSpace(fmt.Sprintf("%d %s", p.PID, p.Name))
	}
	return errors.Join(fmt.Errorf("platform: cannot kill processes: %s", strings.Join(names, ", ")), err)
}

// Close kills what is left of the run and releases the container's resources. It can be called several times.
func (c *Container) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil
	}
	err := c.kill()
	c.closed = true
	return errors.Join(err, c.release())
}
