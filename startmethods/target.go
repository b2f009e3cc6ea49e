package startmethods

import (
	"fmt"
	"sync"
)

// A Target is a function that a process can run. There are only registered ones, made by [Register] or [RegisterForked]:
// a spawned child is a new process, which shares no memory with its parent and finds its function by name.
type Target struct {
	name    string
	run     func(*Call) error
	prepare prepareFunc // nil if no forked child can run it
}

// Name is the name that the target was registered with.
func (t *Target) Name() string { return t.name }

// targets are the registered ones by name. The lock is for programs that look targets up while they run; registering
// is for the time before main.
var targets = struct {
	sync.RWMutex
	byName map[string]*Target
}{byName: map[string]*Target{}}

// Register makes a function known under a name, so that it can be the Target of a [Process]. It belongs into a
// package-level variable:
//
//	var sing = startmethods.Register("sing", func(call *startmethods.Call) error { … })
//
// for then the parent and each child have it before main begins. What is registered later is unknown to children,
// which come to their target on the way through main.
//
// A process whose target returns nil ends with status 0. One whose target returns an error writes it to stderr and
// ends with status 1, and so does one whose target panics, with the panic's trace, like an uncaught exception in
// multiprocessing. A target ends its process with another status by [Exit].
//
// A child that is forked cannot run such a function, for it has no part of Go's runtime but its memory: see
// [RegisterForked] and [Target.Forked].
//
// Register panics if the name is empty or taken, or the function is nil.
func Register(name string, run func(*Call) error) *Target {
	if run == nil {
		panic(fmt.Sprintf("startmethods: Register(%q) needs a function", name))
	}
	return enroll(&Target{name: name, run: run})
}

func enroll(t *Target) *Target {
	if t.name == "" {
		panic("startmethods: a target needs a name")
	}
	targets.Lock()
	defer targets.Unlock()
	if _, taken := targets.byName[t.name]; taken {
		panic(fmt.Sprintf("startmethods: a target of the name %q is already registered; give each target a name of its own",
			t.name))
	}
	targets.byName[t.name] = t
	return t
}

// LookupTarget answers the target that is registered under a name, for programs that learn the name while they run.
// The error is a [TargetError].
func LookupTarget(name string) (*Target, error) {
	targets.RLock()
	defer targets.RUnlock()
	if t, ok := targets.byName[name]; ok {
		return t, nil
	}
	return nil, &TargetError{Target: name}
}

// registered says whether a target was made by Register or RegisterForked, rather than by a literal.
func (t *Target) registered() bool { return t.run != nil || t.prepare != nil }

// perform runs the target in an ordinary process, which can run each form.
func (t *Target) perform(call *Call) error {
	if t.run != nil {
		return t.run(call)
	}
	run, err := t.prepare(call)
	if err != nil || run == nil {
		return err
	}
	if status := run.Run(); status != 0 {
		Exit(status)
	}
	return nil
}
