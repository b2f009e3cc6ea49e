package startmethods

import (
	"fmt"
	"runtime/debug"
)

// A Prepared is what a forked child runs. The prepare function of a target makes it before the fork, in the process that
// forks, with all that the child will need: its arguments in the form in which it uses them, names of files, memory to
// write into.
//
// The child of a fork has one thread, and Go's runtime needs more. So Run, and each function that it calls, has to
//
//   - be marked go:nosplit, which a method value, a function literal or a method of a value receiver cannot be: Run
//     belongs to a pointer;
//   - call nothing but functions of that kind, such as those of package raw: nothing that allocates, locks, waits for a
//     channel or starts a goroutine, and nothing of fmt, os or time;
//   - store no pointers in memory that others can see: a garbage collection may have been under way at the fork;
//   - be marked go:norace, if the program is ever built with the race detector.
//
// Run's result is the exit status of the child, of which Unix keeps the low 8 bits. The runtime itself watches over the
// first two rules: a child that comes to a function which might grow the stack writes "fatal error: stack growth after
// fork" with a trace to stderr, and ends with status 2; so does one that panics. The linker refuses chains of such
// functions that need more than 800 bytes of stack.
type Prepared interface {
	Run() (status int)
}

// A prepareFunc makes what a forked child runs out of its arguments.
type prepareFunc = func(*Call) (Prepared, error)

// RegisterForked makes a target known under a name, as [Register] does, that forked children can run: see [Prepared].
// The prepare function is called for each child, before the fork, in the process that forks: under fork in the parent,
// with the arguments as they are; under forkserver in the server, with decoded ones. If it returns an error or panics,
// the child does what one does whose target returns an error or panics: it writes that to stderr and ends with status 1.
//
// Under spawn, and where there is no fork, such a target runs as well; the child then prepares it itself, and is an
// ordinary process. A target that is to do more there than a forked child can has both forms: see [Target.Forked].
func RegisterForked(name string, prepare func(*Call) (Prepared, error)) *Target {
	if prepare == nil {
		panic(fmt.Sprintf("startmethods: RegisterForked(%q) needs a function", name))
	}
	return enroll(&Target{name: name, prepare: prepare})
}

// Forked gives a target that [Register] made a second form, for forked children: see [RegisterForked]. Then the same
// program works with all start methods.
//
//	var sing = startmethods.Register("sing", singAloud).Forked(prepareSinging)
//
// It answers the target, and panics if that has such a form already, or if the function is nil.
func (t *Target) Forked(prepare func(*Call) (Prepared, error)) *Target {
	if prepare == nil {
		panic(fmt.Sprintf("startmethods: Forked needs a function for the target %q", t.name))
	}
	targets.Lock()
	defer targets.Unlock()
	if t.prepare != nil {
		panic(fmt.Sprintf("startmethods: the target %q has a forked form already", t.name))
	}
	t.prepare = prepare
	return t
}

// idle is what a child without a target runs.
type idle struct{}

// Run does nothing.
//
//go:nosplit
//go:norace
func (*idle) Run() int { return 0 }

// prepared makes what a forked child runs. What goes wrong is not the parent's error but the child's end, as in every
// other target.
func prepared(who introduction, what task) (run Prepared) {
	if what.Target == "" {
		return &idle{}
	}
	defer func() {
		if reason := recover(); reason != nil {
			run = failed(who.Name, fmt.Appendf(nil, "panic: %v\n\n%s", reason, debug.Stack()))
		}
	}()
	target, err := LookupTarget(what.Target)
	if err != nil {
		return failed(who.Name, fmt.Appendln(nil, &TargetError{Process: who.Name, Target: what.Target}))
	}
	run, err = target.prepare(&Call{
		Args: what.Args, Kwargs: what.Kwargs, process: self(who, 0), parent: parentOf(who), target: what.Target,
	})
	switch {
	case err != nil:
		return failed(who.Name, fmt.Appendln(nil, err))
	case run == nil:
		return &idle{}
	}
	return run
}
