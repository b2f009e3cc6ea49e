package startmethods

import (
	"errors"
	"fmt"
	"strings"
)

// Conditions for [errors.Is]. The errors that this package returns say more, such as the name of the process and what
// to do. Get them with [errors.As]: see [ProcessError], [MethodError], [MethodFixedError], [TargetError],
// [NotForkableError], [FieldError], [ArgumentError] and [MissingGuardError].
var (
	// ErrStarted means that the process has been started already.
	ErrStarted = errors.New("it has already been started; make a new Process for another child")

	// ErrNotStarted means that the process has not been started yet.
	ErrNotStarted = errors.New("it has not been started; call Start first")

	// ErrClosed means that the process was used after Close.
	ErrClosed = errors.New("it has been closed; call Close only after the last use")

	// ErrRunning means that a running process was closed.
	ErrRunning = errors.New("it is still running; call Join, or Terminate and then Join, before Close")

	// ErrNotChild means that a process tried to start, join or end a process that is not its child.
	ErrNotChild = errors.New("it is not a child of this process; only the process that made it can do this")

	// ErrDaemon means that a daemonic process tried to start a child. A daemonic process is terminated when its parent
	// ends, and would leave its children running.
	ErrDaemon = errors.New("daemonic processes cannot have children; start it from a process whose Daemon is false")

	// ErrEnding means that a process was started when its parent was exiting and already waiting for its children.
	ErrEnding = errors.New("this process is exiting; start children before Main's function returns or Exit is called")

	// ErrServerEnded means that the fork server ended while it was needed. If Join returns it, the exit code of the
	// process is lost.
	ErrServerEnded = errors.New("the fork server has ended unexpectedly; the next start begins a new one")

	// ErrMethod means that a start method is not available; see [MethodError].
	ErrMethod = errors.New("start method not available")

	// ErrMethodFixed means that the default start method is fixed already; see [MethodFixedError].
	ErrMethodFixed = errors.New("start method already fixed")

	// ErrTarget means that a target is not registered; see [TargetError].
	ErrTarget = errors.New("target not registered")

	// ErrNotForkable means that a target has no form for forked children; see [NotForkableError].
	ErrNotForkable = errors.New("target has no form for forked children")

	// ErrArgument means that an argument cannot be encoded, or is not what the target expects; see [ArgumentError].
	ErrArgument = errors.New("argument not usable")

	// ErrMissingGuard means that a child has not reached the main guard; see [MissingGuardError].
	ErrMissingGuard = errors.New("main guard missing")
)

// A ProcessError reports an operation that a process could not do. Err is one of the conditions of this package
// ([ErrStarted], [ErrNotStarted], [ErrClosed], [ErrRunning], [ErrNotChild], [ErrDaemon], [ErrEnding], [ErrServerEnded]),
// the error of the context that ended a Join, [errors.ErrUnsupported], or an error of the operating system.
type ProcessError struct {
	Op      string // the operation, such as "start", "join" or "terminate"
	Process string // the name of the process
	Err     error
}

func (e *ProcessError) Error() string {
	return fmt.Sprintf("startmethods: %s %s: %v", e.Op, e.Process, e.Err)
}

func (e *ProcessError) Unwrap() error { return e.Err }

// A MethodError reports that a start method is not available, and which ones are. It matches [ErrMethod].
type MethodError struct {
	Process   string // the process that the method was for, or empty
	Method    string
	Available []string
	Err       error // why the method is not available, or nil if there is no such method
}

func (e *MethodError) Error() string {
	reason := ""
	if e.Err != nil {
		reason = fmt.Sprintf(" (%v)", e.Err)
	}
	return fmt.Sprintf("startmethods: %sstart method %q is not available here%s; use one of: %s",
		prefix(e.Process), e.Method, reason, strings.Join(e.Available, ", "))
}

func (e *MethodError) Unwrap() error { return e.Err }

// Is reports whether the target is [ErrMethod].
func (e *MethodError) Is(target error) bool { return target == ErrMethod }

// A MethodFixedError reports that the default start method is fixed already: by [SetMethod], by the first use of the
// default, or, in a child, by the method that started it. It matches [ErrMethodFixed].
type MethodFixedError struct {
	Method string // the method that was to be set
	Fixed  string // the method that the default is fixed to
}

func (e *MethodFixedError) Error() string {
	return fmt.Sprintf("startmethods: cannot set the default start method to %q: it is already fixed to %q; "+
		"call SetMethod once and before anything else, or use NewContext or ForceMethod", e.Method, e.Fixed)
}

// Is reports whether the target is [ErrMethodFixed].
func (e *MethodFixedError) Is(target error) bool { return target == ErrMethodFixed }

// A TargetError reports that a target is not registered in this process. It matches [ErrTarget].
type TargetError struct {
	Process string // the process that was to run it, or empty
	Target  string
}

func (e *TargetError) Error() string {
	return fmt.Sprintf("startmethods: %starget %q is not registered; call Register in a package-level variable, "+
		"so that parent and child both have it before main begins", prefix(e.Process), e.Target)
}

// Is reports whether the target is [ErrTarget].
func (e *TargetError) Is(target error) bool { return target == ErrTarget }

// A NotForkableError reports that a target has no form for forked children, and that the chosen start method forks. It
// matches [ErrNotForkable].
type NotForkableError struct {
	Process string // the process that was to run the target
	Target  string
	Method  string // the start method
}

func (e *NotForkableError) Error() string {
	return fmt.Sprintf("startmethods: %sstart method %q forks, and a forked child cannot run the target %q; "+
		"use RegisterForked or WithForked to add a form for forked children, or use start method %q",
		prefix(e.Process), e.Method, e.Target, Spawn)
}

// Is reports whether the target is [ErrNotForkable].
func (e *NotForkableError) Is(target error) bool { return target == ErrNotForkable }

// A FieldError reports that the chosen start method does not support a field of [Process] that is set. It matches
// [errors.ErrUnsupported].
type FieldError struct {
	Process string // the process that was to be started
	Field   string // "Env", "Dir", "Stdin", "Stdout" or "Stderr"
	Method  string // the start method
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("startmethods: %sstart method %q does not support the field %s; leave the field unset, or use start method %q",
		prefix(e.Process), e.Method, e.Field, Spawn)
}

// Is reports whether the target is [errors.ErrUnsupported].
func (e *FieldError) Is(target error) bool { return target == errors.ErrUnsupported }

// An ArgumentError reports which argument is wrong, and why. From Start, the argument cannot be encoded. From [Arg],
// [NamedArg] and [Call.Bind], the argument is missing, is unexpected, or has another type than the target expects. It
// matches [ErrArgument].
type ArgumentError struct {
	Process  string // the process that the argument is for
	Target   string // the target that the argument is for
	Argument string // such as `positional argument 0` or `argument "song"`
	Err      error  // the reason
}

func (e *ArgumentError) Error() string {
	return fmt.Sprintf("startmethods: %starget %q: %s %v", prefix(e.Process), e.Target, e.Argument, e.Err)
}

func (e *ArgumentError) Unwrap() error { return e.Err }

// Is reports whether the target is [ErrArgument].
func (e *ArgumentError) Is(target error) bool { return target == ErrArgument }

// A MissingGuardError reports that a spawned child or a fork server has not reached the main guard, [Main]. If In is set,
// that process tried to start another one, which was refused. Otherwise Process ended before its target ran. It matches
// [ErrMissingGuard].
type MissingGuardError struct {
	Process string // the process that was not started, or the child that ended
	In      string // the child that tried to start it, or empty
}

func (e *MissingGuardError) Error() string {
	happened := fmt.Sprintf("%s ended in its bootstrapping phase, before its target could run.", e.Process)
	if e.In != "" {
		happened = fmt.Sprintf("%s was about to start %s in its bootstrapping phase, before its own target could run.", e.In, e.Process)
	}
	return "startmethods: the main guard is missing: " + happened + `

A spawned child runs this program again, and so does a fork server. It runs main
from the beginning until it reaches startmethods.Main, and runs its target there.
It also does whatever main does before that. Make startmethods.Main the only
statement of main:

	func main() {
		startmethods.Main(run)
	}

	func run() {
		// what main did before; processes can be started here
	}`
}

// Is reports whether the target is [ErrMissingGuard].
func (e *MissingGuardError) Is(target error) bool { return target == ErrMissingGuard }

// prefix returns the name of the process as the beginning of an error text, if it is known.
func prefix(process string) string {
	if process == "" {
		return ""
	}
	return process + ": "
}
