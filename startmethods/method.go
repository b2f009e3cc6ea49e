package startmethods

import (
	"runtime"
	"slices"
	"sync"
)

// The names of the start methods. Which of them are available depends on the machine: see [Methods].
const (
	Spawn      = "spawn"
	Fork       = "fork"
	ForkServer = "forkserver"
)

// A method is a way to start a child. Everything else in this package is the same for all of them.
type method struct {
	name string
	// start starts a child.
	start func(launch) (child, error)
	// forks reports whether the child is forked, and can therefore run only targets that have a form for that.
	forks bool
	// probe tries the method, and returns why it is not available.
	probe func() error
}

// A launch is the input of a start method.
type launch struct {
	info        childInfo
	task        task
	environment environment
}

// A child is what a start method has started.
type child interface {
	pid() int
	// watch calls the watcher from another goroutine when the child has ended and everything that the parent held for
	// it is released. It is called once.
	watch(watcher)
	terminate() error
	kill() error
	interrupt() error
}

// A watcher is informed of the end of a child.
type watcher interface {
	// childEnded gets the exit code, and an error if the exit code alone is not enough. It must not block.
	childEnded(exitCode int, err error)
}

// A directWaiter is a child whose end the caller can wait for itself, without another goroutine.
type directWaiter interface {
	// waitHere may return before the child has ended, if another goroutine waits for it already.
	waitHere()
}

// methods returns all start methods in the order of preference. Spawn is first on macOS, whose system libraries do not
// support a fork without an exec, and on Windows. Fork is first elsewhere.
var methods = sync.OnceValue(func() []method {
	spawn := method{name: Spawn, start: startSpawned, probe: func() error { return nil }}
	fork := method{name: Fork, start: startForked, forks: true, probe: probeFork}
	forkServer := method{name: ForkServer, start: startServed, forks: true, probe: probeForkServer}
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return []method{spawn, fork, forkServer}
	}
	return []method{fork, spawn, forkServer}
})

// available returns the start methods of this machine. The first one is the default.
func available() []method {
	return slices.DeleteFunc(slices.Clone(methods()), func(m method) bool { return m.probe() != nil })
}

// findMethod returns the method with the given name. The process is named in the error; it may be empty.
func findMethod(name, process string) (method, error) {
	var reason error
	for _, m := range methods() {
		if m.name == name {
			if reason = m.probe(); reason == nil {
				return m, nil
			}
		}
	}
	return method{}, &MethodError{Process: process, Method: name, Err: reason, Available: Methods()}
}

// supports returns nil if the method can start the process with the fields that are set. Otherwise the error names
// what the method does not support. The lock of the process is held.
func (m method) supports(p *Process) error {
	if !m.forks {
		return nil
	}
	if p.Target != nil && p.Target.prepare == nil {
		return &NotForkableError{Process: p.Name, Target: p.Target.name, Method: m.name}
	}
	if field := p.environment().firstSet(); field != "" {
		return &FieldError{Process: p.Name, Field: field, Method: m.name}
	}
	return nil
}

// methodFor returns the method that a process is started with. A method that was chosen by name, for the process or as
// the default, is the only candidate. Otherwise the default is tried first, and then the others in the order of Methods.
// Using the default fixes it; using another method does not. The lock of the process is held.
func methodFor(p *Process) (method, error) {
	current()
	fixed.Lock()
	defer fixed.Unlock()
	name, byName := p.Method, true
	if name == "" {
		name, byName = fixed.orFirst(), fixed.byName
	}
	preferred, err := findMethod(name, p.Name)
	if err != nil {
		return method{}, err
	}
	refusal := preferred.supports(p)
	if refusal == nil {
		if p.Method == "" {
			fixed.method = name
		}
		return preferred, nil
	}
	if !byName {
		for _, other := range available() {
			if other.supports(p) == nil {
				return other, nil
			}
		}
	}
	return method{}, refusal
}
