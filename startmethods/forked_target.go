package startmethods

import (
	"fmt"
	"runtime/debug"
)

// A ForkedRunner is what a forked child runs. The prepare function of a target makes it before the fork, in the process
// that forks, with everything that the child needs: arguments in the form in which the child uses them, file names,
// memory to write to.
//
// The child of a fork has one thread, and Go's runtime needs more. Therefore Run and every function that it calls must
// follow these rules:
//
//   - It is marked go:nosplit. A method value, a function literal and a method with a value receiver cannot be marked, so
//     give Run a pointer receiver.
//   - It calls only functions that follow these rules, such as those of package raw. It does not allocate, lock, wait for
//     a channel or start a goroutine, and does not use fmt, os or time.
//   - It stores no pointers in memory that other code can see. A garbage collection may have been in progress at the fork.
//   - It is marked go:norace if the program is ever built with the race detector.
//
// The result of Run is the exit status of the child, of which Unix keeps the low 8 bits. The runtime checks the first two
// rules: if the child reaches a function that might grow the stack, or panics, it writes "fatal error: stack growth after
// fork" with a stack trace to stderr, and exits with status 2. The linker rejects chains of such functions that need more
// than 800 bytes of stack.
type ForkedRunner interface {
	Run() (status int)
}

// A prepareFunc makes what a forked child runs.
type prepareFunc = func(*Call) (ForkedRunner, error)

// RegisterForked registers a target, as [Register] does, that forked children can run: see [ForkedRunner]. The prepare
// function is called for each child before the fork, in the process that forks. With [Fork] this is the parent, and the
// arguments are passed as they are. With [ForkServer] it is the server, and the arguments are decoded. If the prepare
// function returns an error or panics, the child writes that to stderr and exits with status 1. If it returns nil and no
// error, the child does nothing.
//
// With [Spawn], such a target runs as well: the child, which is an ordinary process, calls the prepare function and then
// Run. For a target that should do more in an ordinary process, register both forms: see [Target.WithForked].
//
// RegisterForked panics if the name is empty or already registered, or if the function is nil.
func RegisterForked(name string, prepare func(*Call) (ForkedRunner, error)) *Target {
	if prepare == nil {
		panic(fmt.Sprintf("startmethods: RegisterForked(%q) needs a function", name))
	}
	return addTarget(&Target{name: name, prepare: prepare})
}

// WithForked adds a form for forked children to a target that [Register] made, so that it works with all start methods.
// It returns the target. See [RegisterForked] for the prepare function.
//
//	var sing = startmethods.Register("sing", singAloud).WithForked(prepareToSing)
//
// WithForked panics if the target has a form for forked children already, or if the function is nil.
func (t *Target) WithForked(prepare func(*Call) (ForkedRunner, error)) *Target {
	if prepare == nil {
		panic(fmt.Sprintf("startmethods: WithForked needs a function for the target %q", t.name))
	}
	targets.Lock()
	defer targets.Unlock()
	if t.prepare != nil {
		panic(fmt.Sprintf("startmethods: the target %q already has a form for forked children", t.name))
	}
	t.prepare = prepare
	return t
}

// An emptyRunner is what a child without a target runs.
type emptyRunner struct{}

// Run does nothing.
//
//go:nosplit
//go:norace
func (*emptyRunner) Run() int { return 0 }

// prepareRunner returns what a forked child runs. A failure here ends the child, as a failure in the target would. It is
// not an error of the parent.
func prepareRunner(info childInfo, work task) (runner ForkedRunner) {
	if work.Target == "" {
		return &emptyRunner{}
	}
	defer func() {
		if reason := recover(); reason != nil {
			runner = newFailedRunner(info.Name, fmt.Appendf(nil, "panic: %v\n\n%s", reason, debug.Stack()))
		}
	}()
	target, err := LookupTarget(work.Target)
	if err != nil {
		return newFailedRunner(info.Name, fmt.Appendln(nil, &TargetError{Process: info.Name, Target: work.Target}))
	}
	runner, err = target.prepare(&Call{
		Args: work.Args, Kwargs: work.Kwargs,
		process: currentObject(info, 0), parent: parentObject(info), target: work.Target,
	})
	switch {
	case err != nil:
		return newFailedRunner(info.Name, fmt.Appendln(nil, err))
	case runner == nil:
		return &emptyRunner{}
	}
	return runner
}
