package startmethods

import (
	"fmt"
	"sync"
)

// A Target is a function that a process can run. Make one with [Register] or [RegisterForked]. A target has a name,
// because a spawned child shares no memory with its parent and finds the function by its name.
type Target struct {
	name    string
	run     func(*Call) error
	prepare prepareFunc // nil if a forked child cannot run it
}

// Name returns the name that the target was registered with.
func (t *Target) Name() string { return t.name }

// targets holds the registered targets by name. It is locked because a program may look up targets while it runs.
var targets = struct {
	sync.RWMutex
	byName map[string]*Target
}{byName: map[string]*Target{}}

// Register registers a function under a name, and returns it as a [Target] for a [Process]. Call it in a package-level
// variable:
//
//	var sing = startmethods.Register("sing", func(call *startmethods.Call) error { … })
//
// Then the parent and each child have the target before main begins. A target that is registered later is not known to
// children, which run their target when they reach [Main].
//
// If the function returns nil, the child exits with status 0. If it returns an error or panics, the child writes the error
// or the panic with its stack trace to stderr, and exits with status 1, as after an uncaught exception in multiprocessing.
// For another status, the function calls [Exit].
//
// A forked child cannot run such a function, because Go's runtime does not work there: see [RegisterForked] and
// [Target.WithForked].
//
// Register panics if the name is empty or already registered, or if the function is nil.
func Register(name string, run func(*Call) error) *Target {
	if run == nil {
		panic(fmt.Sprintf("startmethods: Register(%q) needs a function", name))
	}
	return addTarget(&Target{name: name, run: run})
}

func addTarget(t *Target) *Target {
	if t.name == "" {
		panic("startmethods: a target needs a name")
	}
	targets.Lock()
	defer targets.Unlock()
	if _, taken := targets.byName[t.name]; taken {
		panic(fmt.Sprintf("startmethods: a target named %q is already registered; use another name", t.name))
	}
	targets.byName[t.name] = t
	return t
}

// LookupTarget returns the target that is registered under the given name. It is for programs that get the name at run
// time. The error is a [TargetError].
func LookupTarget(name string) (*Target, error) {
	targets.RLock()
	defer targets.RUnlock()
	if t, ok := targets.byName[name]; ok {
		return t, nil
	}
	return nil, &TargetError{Target: name}
}

// registered reports whether Register or RegisterForked made the target, and not a composite literal.
func (t *Target) registered() bool { return t.run != nil || t.prepare != nil }

// runHere runs the target in an ordinary process, which can run each form.
func (t *Target) runHere(call *Call) error {
	if t.run != nil {
		return t.run(call)
	}
	runner, err := t.prepare(call)
	if err != nil || runner == nil {
		return err
	}
	if status := runner.Run(); status != 0 {
		Exit(status)
	}
	return nil
}
