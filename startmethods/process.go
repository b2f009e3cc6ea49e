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

// A Process is a child that runs a [Target] in a process of its own: to be started, running, or ended. It is used like
// multiprocessing's Process, and made by a literal, or by [Context.Process].
//
//	p := &startmethods.Process{Target: sing, Args: []any{"la la"}}
//	if err := p.Start(); err != nil { … }
//	if err := p.Join(ctx); err != nil { … }
//
// Its fields are set before Start and not changed afterwards. Its methods may be called from several goroutines at
// once. A Process must not be copied.
type Process struct {
	// Target is the function that the child runs. Without one the child does nothing and ends with status 0.
	Target *Target

	// Args and Kwargs are the positional and the named arguments of the target. Under fork the target's prepare function
	// gets them as they are. Otherwise they are encoded with encoding/gob, each with its Go type: the numbers, bool,
	// string, slices of them, [][]byte, []any, map[string]any, maps from string to the usual types, [time.Time] and
	// [time.Duration] as they are; other types, structs above all, after [gob.Register] in a package-level variable or init
	// function. Of structs, exported fields travel.
	Args   []any
	Kwargs map[string]any

	// Name is for people: in error texts and on stderr. If it is empty, it becomes "Process-1", "Process-2", … in the
	// main process, "Process-1:2" for the second in Process-1, and so on. A process gets its number when it is first
	// used, whether it has a name or not; that is Start, or the method that is called before it.
	Name string

	// Daemon says that the process is not waited for when its parent ends, but terminated. It may not have children.
	Daemon bool

	// Method is the start method, one of [AllStartMethods]. The empty one stands for the default, and Start fixes that
	// as [StartMethod] does.
	Method string

	mu       sync.Mutex
	role     role
	owner    int   // the pid of the process that this object belongs to, 0 until it is first used
	identity []int // the numbers in its default name
	id       int   // the pid, 0 until it is started
	child    child // nil until it is started
	daemon   bool  // Daemon, as it was at Start
	closed   bool
	ended    chan struct{}
	exitCode int   // valid once ended is closed
	failure  error // why the exit code is not the whole truth; valid once ended is closed
}

// A role says what a Process object stands for.
type role int

const (
	childRole   role = iota // a child of this process, started or not
	currentRole             // this process
	parentRole              // the parent of this process
)

// prepare gives a process its number, and its name if it has none, when it is first used. The lock is held.
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

// usable prepares a process, and says why it cannot be used as a child of this process, if it cannot. The lock is held.
func (p *Process) usable(op string) error {
	p.prepare()
	switch {
	case p.closed:
		return p.problem(op, ErrClosed)
	case p.role != childRole || p.owner != os.Getpid():
		return p.problem(op, ErrForeign)
	}
	return nil
}

// started is usable for what only a started process can do.
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

// over says whether a process has ended. The lock is held.
func (p *Process) over() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// Start starts the child, and does not wait for it: not until it runs, and not until it has taken its arguments,
// however big they are. A process whose Start fails has not been started, and Start may be called again.
//
// The errors are a [ProcessError] with [ErrStarted], [ErrClosed], [ErrForeign], [ErrDaemon], [ErrEnding], [ErrServer] if
// the fork server ended meanwhile, so that the child may or may not exist, or what the operating system answered; a
// [MethodError]; a [TargetError] for a target that was not registered; a [FormError] for one that no forked child can
// run; an [ArgumentError] for an argument that cannot be encoded, like a function or a channel, where it has to be; a
// [BootstrappingError] if the fork server ended before it came to [Main].
//
// In a spawned child that has not come to [Main], Start does not return: a child that could start processes on its
// way to its target would start a child that does the same, without end. Nothing is started, [OnBootstrapping] is
// told, a [BootstrappingError] is written to stderr, and the child ends with status 1.
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
		refuse(&BootstrappingError{Process: p.Name, In: me.Name})
	case me.Daemon:
		return p.problem(op, ErrDaemon)
	case lifetime.ending:
		return p.problem(op, ErrEnding)
	}
	name := p.Method
	if name == "" {
		name = StartMethod()
	}
	how, err := findMethod(name, p.Name)
	if err != nil {
		return err
	}
	what := task{Args: p.Args, Kwargs: maps.Clone(p.Kwargs)}
	if p.Target != nil {
		if !p.Target.registered() {
			return &TargetError{Process: p.Name, Target: p.Target.name}
		}
		if how.forks && p.Target.prepare == nil {
			return &FormError{Process: p.Name, Target: p.Target.name, Method: name}
		}
		what.Target = p.Target.name
	}
	who := introduction{
		Name: p.Name, Identity: p.identity, Daemon: p.Daemon, Method: name,
		ParentPID: os.Getpid(), ParentName: me.Name,
	}
	c, err := how.start(who, what)
	if err != nil {
		if errors.Is(err, ErrArgument) || errors.Is(err, ErrBootstrapping) {
			return err
		}
		return p.problem(op, err)
	}
	p.child, p.id, p.daemon = c, c.pid(), p.Daemon
	children.add(p)
	// At once, so that it is no zombie for longer than it must.
	c.watch((*ending)(p))
	return nil
}

// An ending is a process whose child ends, as the watcher of that child.
type ending Process

// told takes how the child has ended, and tells everyone.
func (e *ending) told(code int, err error) {
	p := (*Process)(e)
	p.exitCode, p.failure = code, err
	// In this order, so that the end of this process, which waits for its active children, overlooks none.
	close(p.ended)
	children.remove(p)
}

// Join waits until the process has ended, or the context is done. It may be called more than once; a timeout is a
// context's:
//
//	ctx, cancel := context.WithTimeout(ctx, time.Second)
//	defer cancel()
//	err := p.Join(ctx)
//
// The errors are a [ProcessError] with [ErrNotStarted], [ErrClosed], [ErrForeign] or, if the context was done first, the
// context's error, or [ErrServer] if the status is unknown; a [BootstrappingError] if the process ended with status 0 and its target never ran, because main
// returned before it came to [Main]. An exit code other than 0 is no error: see [Process.ExitCode].
func (p *Process) Join(ctx context.Context) error {
	const op = "join"
	p.mu.Lock()
	err := p.started(op)
	p.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-p.ended:
		return p.verdict(op)
	default:
	}
	if child, ok := p.child.(attended); ok && ctx.Done() == nil {
		child.attend()
	}
	select {
	case <-p.ended:
		return p.verdict(op)
	case <-ctx.Done():
		return p.problem(op, ctx.Err())
	}
}

// verdict is what there is to say of an ended process beyond its exit code.
func (p *Process) verdict(op string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := errors.AsType[*BootstrappingError](p.failure); ok || p.failure == nil {
		return p.failure
	}
	return p.problem(op, p.failure)
}

// IsAlive says whether the process runs: it has been started and has not ended. [CurrentProcess] always does. Of
// [ParentProcess] the operating system is asked.
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

// Terminate ends the process: with SIGTERM on Unix, with TerminateProcess on Windows. It does not wait for the end;
// Join does. The process's own children are not terminated, and nothing of it is cleaned up. It does nothing if the
// process has ended. The errors are a [ProcessError] with [ErrNotStarted], [ErrClosed], [ErrForeign] or what the
// operating system answered.
func (p *Process) Terminate() error { return p.end("terminate", child.terminate) }

// Kill is Terminate by SIGKILL on Unix, which a process can neither handle nor ignore. On Windows it is Terminate.
func (p *Process) Kill() error { return p.end("kill", child.kill) }

// Interrupt sends SIGINT on Unix, which ends a Go program that does not handle it. On Windows nothing of the kind can
// be sent to one process: the error there wraps [errors.ErrUnsupported]. Otherwise it is like Terminate.
func (p *Process) Interrupt() error { return p.end("interrupt", child.interrupt) }

func (p *Process) end(op string, how func(child) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.started(op); err != nil {
		return err
	}
	if p.over() {
		return nil
	}
	if err := how(p.child); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return p.problem(op, err)
	}
	return nil
}

// Close says that nothing more will be asked of the process; what is asked afterwards is answered with [ErrClosed]. A
// process that was never started can be closed too, and one can be closed twice. The errors are a [ProcessError] with
// [ErrRunning] or [ErrForeign]. Calling Close is optional: an ended process holds no resource of the system.
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

// ExitCode answers how the process ended; ok is false as long as it has not, and after Close. The code is 0 if the
// target returned nil, 1 if it returned an error or panicked, and what was given to [Exit] or [os.Exit] otherwise, of
// which Unix keeps the low 8 bits.
//
// A process that was ended by a signal has the negative number of the signal: -15 after Terminate and -9 after Kill
// on Unix. On Windows, where there are no signals, it is -15 after both, as in multiprocessing; other codes there are
// those of the operating system, as unsigned numbers.
//
// A child whose target never ran because it ended before it came to [Main] has the code 1 if its status was 0, and
// its status otherwise. The code is 255 if nobody tells the status, neither the operating system nor the fork server;
// Join says why.
func (p *Process) ExitCode() (code int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.child == nil || p.closed || !p.over() {
		return 0, false
	}
	return p.exitCode, true
}

// PID is the process's number in the operating system, or 0 if it has not been started. The operating system may give
// the number to another process once this one has ended.
func (p *Process) PID() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.id
}

// Sentinel is a channel that is closed when the process has ended; its exit code is known then. It can be asked for
// before Start. The channel of a process that is closed without having been started is closed by that. The channels of
// [CurrentProcess] and [ParentProcess] are never closed.
func (p *Process) Sentinel() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prepare()
	return p.ended
}

// String describes the process for people.
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
