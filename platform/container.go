package platform

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// RunVariable is the environment variable that carries a run's token into every process of the run.
const RunVariable = "SINGDANCE_RUN"

// How long Kill tries, and how long it pauses between two looks. The bound is no judgment about a program: a process
// that survives SIGKILL or TerminateJobObject for so long hangs in the kernel, and waiting longer would not help.
const (
	killBound      = 30 * time.Second
	killPauseFirst = 100 * time.Microsecond
	killPauseLast  = 20 * time.Millisecond
)

// settleAttempts is how often Empty looks when a look finds nobody alive but processes that have just ended, which may have
// started others.
const settleAttempts = 3

// Container holds every process that one run of a program starts.
//
// On Linux it is a session with a process group of its own, whose orphans this process adopts as their subreaper; the
// processes that left the group are found by their descent and by the run's token in their environment. On the other
// Unix systems it is the same without the adoption. On Windows it is a job object that ends all its processes when it
// is closed, and that the first process belongs to before its first instruction.
//
// Nothing that a process of the run does on Windows gets it out of the job object, but a process that it asks a
// system service to create (WMI, the task scheduler) never was in it. On Linux, where the processes also have a brand,
// only one that lost it (a limit of its own, which nothing changes by accident), left the session, replaced its
// environment by another program's execution, and lost all ancestors before anybody looked can escape notice; while the
// container is the only one, even that one is found, unless it is itself a session's leader.
//
// All methods can be called from several goroutines.
type Container struct {
	cmd   *exec.Cmd
	token string

	done    chan struct{} // closed when the first process has ended; exit and waitErr are set before
	exit    Exit
	waitErr error

	mu         sync.Mutex
	empty      bool // nothing was alive once, so nothing will be again
	killFailed bool // something could not be killed, for as long as kill tries
	closed     bool
	sys        sysState // what the platform needs
}

// Start starts cmd contained. cmd must not have been started; its Stdout and Stderr should be files (a pipe or a
// writer would make [Container.Wait] wait for everyone who inherited it). The environment gets SINGDANCE_RUN=token in
// addition, so that stray processes of the run can be recognized; token must differ from that of every other run on
// the machine, and none may begin with another. What the caller has set in SysProcAttr is kept, except for what the containment needs: a new session
// on Unix (the program has no controlling terminal then and cannot read from ours), a suspended start on Windows.
//
// An error means that nothing runs.
func Start(cmd *exec.Cmd, token string) (*Container, error) {
	if token == "" || strings.ContainsRune(token, 0) {
		return nil, fmt.Errorf("platform: %q is no usable token for a run", token)
	}
	if err := AdoptOrphans(); err != nil {
		return nil, err
	}
	cmd.Env = append(cmd.Environ(), RunVariable+"="+token)
	cmd.SysProcAttr = withContainment(cmd.SysProcAttr)
	c := &Container{cmd: cmd, token: token, done: make(chan struct{})}
	if err := c.start(); err != nil {
		return nil, fmt.Errorf("platform: cannot start %s: %w", cmd.Path, err)
	}
	if err := c.contain(); err != nil {
		err = fmt.Errorf("platform: cannot contain %s: %w", cmd.Path, err)
		killErr := errors.Join(c.killStarted(), cmd.Process.Kill())
		// How it ends is of no interest: it is the containment that failed.
		_ = cmd.Wait()
		return nil, errors.Join(err, killErr)
	}
	go c.waitForFirst()
	return c, nil
}

// await fetches the first process's exit status as soon as there is one, whether or not somebody asks for it.
func (c *Container) waitForFirst() {
	defer close(c.done)
	err := c.cmd.Wait()
	if c.cmd.ProcessState == nil {
		c.waitErr = fmt.Errorf("platform: cannot wait for process %d: %w", c.PID(), err)
		return
	}
	c.exit = exitOf(c.cmd.ProcessState)
}

// PID returns the id of the first process.
func (c *Container) PID() int {
	return c.cmd.Process.Pid
}

// Wait waits until the first process has ended and says how. Other processes of the run may still be alive then. It
// can be called again, and by several goroutines; all get the same answer.
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

// Processes returns the processes of the run that exist now, with their argument vectors: the first process while it
// lives, its descendants, and those that outlived their parents. Zombies are included when it is a process of the run
// that has not fetched their exit status; an orphan that has ended is not listed, since its new parent, which is the
// system's first process or this one, fetches its status at once.
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

// Freeze stops the processes of the run where they are, as far as the system can (SIGSTOP on Unix; nothing can be done on
// Windows), so that a run that grows can be looked at before it is killed. Those who start processes in new groups
// meanwhile are not all caught.
func (c *Container) Freeze() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.empty {
		c.freeze()
	}
}

// Empty reports whether no process of the run is alive. It is cheap while somebody is, and meant to be polled after
// Wait has returned; before that it is false. Once true, it stays true.
//
// On Linux it fetches the exit statuses of the orphans that this process adopted, so that no zombies are left; never
// those of children that it started. Only a child that was made the leader of a session without package os (by a bare
// system call) would be taken for an orphan when it has ended, so do not mix such children with containers.
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

// Kill ends everything of the run, whatever it does: with SIGKILL on Unix, with TerminateJobObject and exit code 1 on
// Windows. It returns when nothing of the run is alive, or with an error that names the survivors. It can be called
// again, and at any time. On Linux it also removes the shared memory and the semaphores that have a name and that were made
// and used by those whom it kills, who cannot do it any more.
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
			c.killFailed = true // the next time one look is enough
			return killError(alive, err)
		}
		time.Sleep(pause)
	}
}

// survivors is the error of a Kill that did not succeed.
func killError(alive []Process, err error) error {
	if len(alive) == 0 {
		if err == nil {
			err = errors.New("the first process's exit status cannot be fetched, or new processes appear too fast")
		}
		return fmt.Errorf("platform: cannot tell whether the run has ended: %w", err)
	}
	names := make([]string, len(alive))
	for i, p := range alive {
		names[i] = strings.TrimSpace(fmt.Sprintf("%d %s", p.PID, p.Name))
	}
	return errors.Join(fmt.Errorf("platform: processes cannot be killed: %s", strings.Join(names, ", ")), err)
}

// Close kills what is left of the run and releases what the container holds. It can be called again.
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
