package startmethods

import (
	"errors"
	"fmt"
	"strings"
)

// The conditions that errors of this package stand for, to be asked for with [errors.Is]. The error values themselves
// say more (which process, what to do) and are of the types [ProcessError], [MethodError], [TargetError],
// [FormError], [ArgumentError], [ContextSetError] and [BootstrappingError], to be taken out with [errors.As].
var (
	// ErrStarted says that a process was to be started a second time, or that one that has been started was to be
	// treated as one that has not.
	ErrStarted = errors.New("it has already been started; make a new Process for another child")

	// ErrNotStarted says that something was asked of a process that only a started one can do.
	ErrNotStarted = errors.New("it has not been started; call Start first")

	// ErrClosed says that a process was used after Close.
	ErrClosed = errors.New("it has been closed; call Close only when nothing more is to be asked of it")

	// ErrRunning says that a process was to be closed while it runs.
	ErrRunning = errors.New("it is still running; call Join, or Terminate and then Join, before Close")

	// ErrForeign says that a process was to be started, joined or ended by a process that is not its parent.
	ErrForeign = errors.New("it is no child of this process; only the process that made it can do this")

	// ErrDaemon says that a daemonic process was to start a child. A daemonic process is terminated when its parent
	// ends, and would leave its children behind.
	ErrDaemon = errors.New("daemonic processes may not have children; start it from a process whose Daemon is false")

	// ErrEnding says that a process was to be started after its parent had begun to end: it waits for its children
	// already, and would leave this one behind.
	ErrEnding = errors.New("this process is about to end; start children before Main's function returns or Exit is called")

	// ErrServer says that a fork server has ended while it was needed: a process whose Join answers this was started by
	// it, and nobody is left to tell how it ended.
	ErrServer = errors.New("the fork server has ended unexpectedly; the next start begins a new one")

	// ErrMethod says that there is no such start method here; see [MethodError].
	ErrMethod = errors.New("start method not available")

	// ErrTarget says that a target is not registered; see [TargetError].
	ErrTarget = errors.New("target not registered")

	// ErrForm says that a forked child was to run a target that has no form for that; see [FormError].
	ErrForm = errors.New("target has no forked form")

	// ErrArgument says that an argument cannot be encoded, or does not fit what a target expects; see [ArgumentError].
	ErrArgument = errors.New("argument not usable")

	// ErrContextSet says that the default start method has already been fixed; see [ContextSetError].
	ErrContextSet = errors.New("start method already set")

	// ErrBootstrapping says that a child had not come to the main guard; see [BootstrappingError].
	ErrBootstrapping = errors.New("main guard missing")
)

// A ProcessError says which process could not do what was asked of it. Err is one of the conditions of this package
// ([ErrStarted], [ErrNotStarted], [ErrClosed], [ErrRunning], [ErrForeign], [ErrDaemon], [ErrEnding], [ErrServer]), the
// error of the context that ended a Join, [errors.ErrUnsupported], or what the operating system answered.
type ProcessError struct {
	Op      string // what was asked: "start", "join", "terminate", …
	Process string // the process's name
	Err     error
}

func (e *ProcessError) Error() string {
	return fmt.Sprintf("startmethods: %s %s: %v", e.Op, e.Process, e.Err)
}

func (e *ProcessError) Unwrap() error { return e.Err }

// A MethodError says that a start method is not available, and which ones are. It is [ErrMethod] for [errors.Is].
type MethodError struct {
	Process   string // the process that was to be started with it, or empty
	Method    string
	Available []string
	Err       error // why it is not available, or nil if there is no such method
}

func (e *MethodError) Error() string {
	reason := ""
	if e.Err != nil {
		reason = fmt.Sprintf(" (%v)", e.Err)
	}
	return fmt.Sprintf("startmethods: %sstart method %q is not available here%s; use one of: %s",
		opening(e.Process), e.Method, reason, strings.Join(e.Available, ", "))
}

func (e *MethodError) Unwrap() error { return e.Err }

// Is makes a MethodError match [ErrMethod].
func (e *MethodError) Is(target error) bool { return target == ErrMethod }

// A TargetError says that a target is not registered in this process. It is [ErrTarget] for [errors.Is].
type TargetError struct {
	Process string // the process that was to run it, or empty
	Target  string
}

func (e *TargetError) Error() string {
	return fmt.Sprintf("startmethods: %starget %q is not registered; call Register in a package-level variable, "+
		"so that parent and child both have it before main begins", opening(e.Process), e.Target)
}

// Is makes a TargetError match [ErrTarget].
func (e *TargetError) Is(target error) bool { return target == ErrTarget }

// A FormError says that a forked child cannot run a target, because that has no form for it. It is [ErrForm] for
// [errors.Is].
type FormError struct {
	Process string // the process that was to run it
	Target  string
	Method  string // the start method, which forks
}

func (e *FormError) Error() string {
	return fmt.Sprintf("startmethods: %sa child of start method %q is forked, and cannot run the target %q as it is; "+
		"register it with RegisterForked, or give it a second form with its method Forked, or start it with spawn",
		opening(e.Process), e.Method, e.Target)
}

// Is makes a FormError match [ErrForm].
func (e *FormError) Is(target error) bool { return target == ErrForm }

// An ArgumentError says which argument is wrong and why: it cannot be encoded (from Start), or it is missing, is one
// too many, or has another type than the target reads it as (from [Arg], [Kwarg] and [Call.Bind]). It is
// [ErrArgument] for [errors.Is].
type ArgumentError struct {
	Process  string // the process whose argument it is
	Target   string // the target that was to get it
	Argument string // "positional argument 0" or "argument "song""
	Err      error  // the reason
}

func (e *ArgumentError) Error() string {
	return fmt.Sprintf("startmethods: %starget %q: %s %v", opening(e.Process), e.Target, e.Argument, e.Err)
}

func (e *ArgumentError) Unwrap() error { return e.Err }

// Is makes an ArgumentError match [ErrArgument].
func (e *ArgumentError) Is(target error) bool { return target == ErrArgument }

// A ContextSetError says that the default start method has already been fixed, and to which one: by
// [SetStartMethod], by the first use of the default, or, in a child, by how it was started. It is [ErrContextSet] for
// [errors.Is].
type ContextSetError struct {
	Method string // the one that was to be set
	Fixed  string // the one that is
}

func (e *ContextSetError) Error() string {
	return fmt.Sprintf("startmethods: cannot set the default start method to %q: it is already fixed to %q; "+
		"call SetStartMethod once and before anything else, or use GetContext, or SetStartMethodForce", e.Method, e.Fixed)
}

// Is makes a ContextSetError match [ErrContextSet].
func (e *ContextSetError) Is(target error) bool { return target == ErrContextSet }

// A BootstrappingError says that a spawned child, or a fork server, had not come to the main guard, [Main], when it
// should have. In is set where such a process was about to start one itself, which was refused; without In, Process
// ended, and its target never ran. It is [ErrBootstrapping] for [errors.Is].
type BootstrappingError struct {
	Process string // the process that was to be started, or the child that ended
	In      string // the child that was about to start it, or empty
}

func (e *BootstrappingError) Error() string {
	happened := fmt.Sprintf("%s ended in its bootstrapping phase, before its target could run.", e.Process)
	if e.In != "" {
		happened = fmt.Sprintf("%s was about to start %s in its bootstrapping phase, before its own target could run.", e.In, e.Process)
	}
	return "startmethods: the main guard is missing: " + happened + `

A spawned child is this program, executed again, and so is a fork server: it runs
main from the beginning until it comes to startmethods.Main, and there what it is
for. Whatever main does before that, parent and child both do. Let startmethods.Main be all that main does:

	func main() {
		startmethods.Main(run)
	}

	func run() {
		// what main did; processes can be started here
	}`
}

// Is makes a BootstrappingError match [ErrBootstrapping].
func (e *BootstrappingError) Is(target error) bool { return target == ErrBootstrapping }

// opening names the process at the beginning of an error text, where one is known.
func opening(process string) string {
	if process == "" {
		return ""
	}
	return process + ": "
}
