package startmethods

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"sync"
)

// A Process represents a child that runs a [Target], before it is started, while it runs and after it has ended. It
// corresponds to multiprocessing's Process. Make one with a composite literal or with [Context.Process]:
//
//	p := &startmethods.Process{Target: sing, Args: []any{"la la"}}
//	if err := p.Start(); err != nil { … }
//	if err := p.Join(ctx); err != nil { … }
//
// Set the fields before Start, and do not change them afterwards. The methods may be called from several goroutines at
// once. A Process must not be copied.
type Process struct {
	// Target is the function that the child runs. If it is nil, the child does nothing and exits with status 0.
	Target *Target

	// Args and Kwargs are the positional and the named arguments of the target.
	//
	// With [Fork], the target's prepare function gets them as they are. Otherwise they are encoded with encoding/gob, and
	// the child gets them with the same Go types. These types need no preparation: the numbers, bool, string, slices of
	// them, [][]byte, []any, map[string]any, maps from string to the usual types, [time.Time] and [time.Duration]. Register
	// every other type, such as a struct, with [encoding/gob.Register] in an init function. Only the exported fields of a struct
	// are encoded.
	Args   []any
	Kwargs map[string]any

	// Name appears in errors and on stderr. If it is empty, it becomes "Process-1", "Process-2", … in the main process,
	// "Process-1:2" for the second process that Process-1 makes, and so on. A process gets its number when its first
	// method is called, even if it has a name.
	Name string

	// Daemon makes the process daemonic. A daemonic process is terminated when its parent ends, and cannot have
	// children.
	Daemon bool

	// Method is the start method, one of [Methods]. If it is empty, Start chooses the method: see [Process.Start].
	Method string

	// Env is the environment of the child, in the form "key=value", as in [os/exec.Cmd]: nil means the environment of this
	// process, and the last of several values for a key counts.
	//
	// Env, Dir, Stdin, Stdout and Stderr need [Spawn]. With another method that was chosen by name, Start returns a
	// [FieldError]. Without a chosen method, Start uses Spawn.
	Env []string

	// Dir is the working folder of the child, as in [os/exec.Cmd]: empty means the folder of this process. If Dir is set
	// and Env is nil, the child's PWD is Dir, except on Windows.
	Dir string

	// Stdin, Stdout and Stderr are the standard files of the child. If Stdin is nil, it is the null device, as in
	// [os/exec.Cmd]. If Stdout or Stderr is nil, it is the [os.Stdout] or [os.Stderr] of this process. In [os/exec.Cmd] it
	// would be the null device, but users expect a target's output where the program's output goes.
	//
	// The child writes to the files itself. That is why they are files, and not an [io.Reader] or [io.Writer] that this
	// process would have to copy: use [os.Pipe] for those. The files may be closed as soon as Start has returned.
	Stdin, Stdout, Stderr *os.File

	mu       sync.Mutex
	role     role
	owner    int   // the PID of the process that this object belongs to, 0 until its first use
	identity []int // the numbers in its default name
	id       int   // the PID, 0 until it is started
	child    child // nil until it is started
	daemon   bool  // Daemon, as it was at Start
	closed   bool
	ended    chan struct{}
	exitCode int   // valid after ended is closed
	failure  error // what the exit code alone does not say; valid after ended is closed
}

// A role is what a Process represents.
type role int

const (
	childRole   role = iota // a child of this process, started or not
	currentRole             // this process
	parentRole              // the parent of this process
)

// prepare gives a process its number, and its name if it has none, at its first use. The lock is held.
func (p *Process) prepare() {
	if p.owner != 0 {
		return
	}
	p.owner = os.Getpid()
	p.identity = append(slices.Clone(current().identity), nextNumber())
	if p.Name == "" {
		p.Name = defaultName(p.identity)
	}
	p.ended = make(chan struct{})
}

// usable prepares a process, and returns an error if it cannot be used as a child of this process. The lock is held.
func (p *Process) usable(op string) error {
	p.prepare()
	switch {
	case p.closed:
		return p.problem(op, ErrClosed)
	case p.role != childRole || p.owner != os.Getpid():
		return p.problem(op, ErrNotChild)
	}
	return nil
}

// started is like usable, and also returns an error if the process has not been started.
func (p *Process) started(op string) error {
	if err := p.usable(op); err != nil {
		return err
	}
	if p.child == nil {
		return p.problem(op, ErrNotStarted)
	}
	return nil
}

func (p *Process) problem(op string, err error) error {
	return &ProcessError{Op: op, Process: p.Name, Err: err}
}

// over reports whether the process has ended.
func (p *Process) over() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// Start starts the child. It does not wait until the child runs or has read its arguments, however large they are. If
// Start returns an error, the process has not been started, and Start may be called again.
//
// If Method is set, or [SetMethod] has chosen the default by name, Start uses that method only. If that method cannot
// start the process, Start returns an error that says why and what to do. Otherwise Start uses the default method if it
// can start the process, and fixes the default as the function [Method] does. If the default cannot start it, because the
// target has no form for forked children or a field such as Dir is set, Start uses the first of [Methods] that can. That
// does not fix the default.
//
// The error is one of these:
//
//   - a [ProcessError] with [ErrStarted], [ErrClosed], [ErrNotChild], [ErrDaemon] or [ErrEnding], or with an error of the
//     operating system;
//   - a [ProcessError] with [ErrServerEnded] if the fork server ended while it started the child, so that the child may
//     or may not exist;
//   - a [MethodError] if the chosen method is not available;
//   - a [TargetError] if the target was not registered;
//   - a [NotForkableError] if the chosen method forks, and the target has no form for forked children;
//   - a [FieldError] if the chosen method does not support a field that is set;
//   - an [ArgumentError] if an argument has to be encoded and cannot be, such as a function or a channel;
//   - a [MissingGuardError] if the fork server ended before it reached [Main].
//
// In a spawned child that has not reached [Main], Start does not return. If it started a process there, the child of that
// child would do the same, without end. Instead it starts nothing, calls the function that was registered with
// [OnMissingGuard], writes a [MissingGuardError] to stderr, and exits with status 1.
func (p *Process) Start() error {
	const op = "start"
	lifetime.RLock()
	defer lifetime.RUnlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.usable(op); err != nil {
		return err
	}
	me := current()
	switch {
	case p.child != nil:
		return p.problem(op, ErrStarted)
	case Bootstrapping():
		exitWithoutGuard(&MissingGuardError{Process: p.Name, In: me.Name})
	case me.Daemon:
		return p.problem(op, ErrDaemon)
	case lifetime.ending:
		return p.problem(op, ErrEnding)
	}
	if p.Target != nil && !p.Target.registered() {
		return &TargetError{Process: p.Name, Target: p.Target.name}
	}
	if err := p.environment().check(); err != nil {
		return p.problem(op, err)
	}
	how, err := methodFor(p)
	if err != nil {
		return err
	}
	c, err := how.start(p.launch(me, how))
	if err != nil {
		if errors.Is(err, ErrArgument) || errors.Is(err, ErrMissingGuard) {
			return err
		}
		return p.problem(op, err)
	}
	p.child, p.id, p.daemon = c, c.pid(), p.Daemon
	children.add(p)
	// Watch at once, so that the child is not a zombie for longer than necessary.
	c.watch((*endWatcher)(p))
	return nil
}

// launch returns what a start method gets. The lock is held.
func (p *Process) launch(me *Process, how method) launch {
	work := task{Args: p.Args, Kwargs: maps.Clone(p.Kwargs)}
	if p.Target != nil {
		work.Target = p.Target.name
	}
	info := childInfo{
		Name: p.Name, Identity: p.identity, Daemon: p.Daemon, Method: how.name,
		ParentPID: os.Getpid(), ParentName: me.Name,
	}
	return launch{info: info, task: work, environment: p.environment()}
}

// An endWatcher is a process as the watcher of its child.
type endWatcher Process

func (e *endWatcher) childEnded(code int, err error) {
	p := (*Process)(e)
	p.exitCode, p.failure = code, err
	// Keep this order: the end of this process waits for its active children, and must not miss one.
	close(p.ended)
	children.remove(p)
}

// Join waits until the process has ended or the context is done. It may be called more than once. To wait with a
// timeout, use a context:
//
//	ctx, cancel := context.WithTimeout(ctx, time.Second)
//	defer cancel()
//	err := p.Join(ctx)
//
// An exit code other than 0 is not an error; see [Process.ExitCode]. The error is a [ProcessError] with
// [ErrNotStarted], [ErrClosed] or [ErrNotChild], with the context's error if the context was done first, or with
// [ErrServerEnded] if the exit code is not known. It is a [MissingGuardError] if the process exited with status 0 before
// its target ran, because main returned before it reached [Main].
func (p *Process) Join(ctx context.Context) error {
	const op = "join"
	p.mu.Lock()
	err := p.started(op)
	p.mu.Unlock()
	if err != nil {
		return err
	}
	if p.over() {
		return p.endError(op)
	}
	if child, ok := p.child.(directWaiter); ok && ctx.Done() == nil {
		child.waitHere()
	}
	select {
	case <-p.ended:
		return p.endError(op)
	case <-ctx.Done():
		return p.problem(op, ctx.Err())
	}
}

// endError returns an error if the exit code of an ended process does not say everything about its end.
func (p *Process) endError(op string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := errors.AsType[*MissingGuardError](p.failure); ok || p.failure == nil {
		return p.failure
	}
	return p.problem(op, p.failure)
}

// IsAlive reports whether the process has been started and has not ended. It is always true for [CurrentProcess]. For
// [ParentProcess] it asks the operating system.
func (p *Process) IsAlive() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch p.role {
	case currentRole:
		return true
	case parentRole:
		return parentAlive(p.id)
	default:
		return p.child != nil && p.owner == os.Getpid() && !p.over()
	}
}

// Terminate ends the process with SIGTERM on Unix and with TerminateProcess on Windows. It does not wait for the end; call
// Join for that. It does not terminate the process's own children, and the process cannot clean up. If the process has
// ended, Terminate does nothing. The error is a [ProcessError] with [ErrNotStarted], [ErrClosed] or [ErrNotChild], or with
// an error of the operating system.
func (p *Process) Terminate() error { return p.signal("terminate", child.terminate) }

// Kill is like Terminate, but uses SIGKILL on Unix, which a process can neither handle nor ignore. On Windows it is the
// same as Terminate.
func (p *Process) Kill() error { return p.signal("kill", child.kill) }

// Interrupt is like Terminate, but sends SIGINT on Unix, which ends a Go program that does not handle it. Windows cannot
// interrupt a single process; the error there wraps [errors.ErrUnsupported].
func (p *Process) Interrupt() error { return p.signal("interrupt", child.interrupt) }

func (p *Process) signal(op string, send func(child) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.started(op); err != nil {
		return err
	}
	if p.over() {
		return nil
	}
	if err := send(p.child); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return p.problem(op, err)
	}
	return nil
}

// Close declares that the process is not used any more. After that, its other methods return [ErrClosed]. A process that
// was never started can be closed, and a process can be closed twice. The error is a [ProcessError] with [ErrRunning] or
// [ErrNotChild]. Calling Close is optional: an ended process holds no resources of the operating system.
func (p *Process) Close() error {
	const op = "close"
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	if err := p.usable(op); err != nil {
		return err
	}
	if p.child == nil {
		close(p.ended)
	}
	if !p.over() {
		return p.problem(op, ErrRunning)
	}
	p.closed = true
	return nil
}

// ExitCode returns the exit code of an ended process. If the process has not ended, or was closed, ok is false. The code
// is 0 if the target returned nil, 1 if it returned an error or panicked, and otherwise the status that was passed to
// [Exit] or [os.Exit], of which Unix keeps the low 8 bits.
//
// If a signal ended the process, the code is the negative number of the signal: on Unix -15 after Terminate and -9 after
// Kill. Windows has no signals; there the code is -15 after both, as in multiprocessing. Other codes on Windows are those
// of the operating system, as unsigned numbers.
//
// If a child exited with status 0 before it reached [Main], so that its target never ran, the code is 1. If the exit
// status is not known, because the operating system or the fork server did not report it, the code is 255, and the error
// of Join says why.
func (p *Process) ExitCode() (code int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.child == nil || p.closed || !p.over() {
		return 0, false
	}
	return p.exitCode, true
}

// PID returns the process ID, or 0 if the process has not been started. After the process has ended, the operating
// system may give its ID to another process.
func (p *Process) PID() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.id
}

// Sentinel returns a channel that is closed when the process has ended. Its exit code is known then. Sentinel may be
// called before Start. If a process is closed without having been started, its channel is closed too. The channels of
// [CurrentProcess] and [ParentProcess] are never closed.
func (p *Process) Sentinel() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prepare()
	return p.ended
}

// String returns the name and the state of the process, such as "Process-1 (pid 42, started)".
func (p *Process) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prepare()
	state := "started"
	switch {
	case p.closed:
		state = "closed"
	case p.role == childRole && p.child == nil:
		state = "initial"
	case p.over():
		state = fmt.Sprintf("stopped, exit code %d", p.exitCode)
	}
	if p.id != 0 {
		state = fmt.Sprintf("pid %d, %s", p.id, state)
	}
	return fmt.Sprintf("%s (%s)", p.Name, state)
}
