package startmethods

import (
	"runtime"
	"slices"
	"sync"
)

// A method is a way to start a child. Everything else in this package is the same for all of them.
type method struct {
	name string
	// start starts the child with what it is to know and do.
	start func(who introduction, what task) (child, error)
	// forks says that the child is a forked one, which can run no target but those that have a form for that.
	forks bool
	// probe tries whether the method is available, and answers why not.
	probe func() error
}

// A child is what a start method has started.
type child interface {
	pid() int
	// watch tells the watcher, from another goroutine, when the child has ended and all that the parent held for it is
	// released. It is called once.
	watch(watcher)
	terminate() error
	kill() error
	interrupt() error
}

// A watcher wants to know how a child ends.
type watcher interface {
	// told takes the exit code, and the error if that is not the whole truth. It must not wait for anything.
	told(exitCode int, err error)
}

// An attended child is one whose end can be waited for by who wants to know it, without a goroutine in between.
type attended interface {
	// attend may return before the end, if somebody else waits for it already.
	attend()
}

// methods are the start methods that there are, in the order of preference: on macOS, whose system libraries do not
// bear a fork, and on Windows spawn comes first, elsewhere fork.
var methods = sync.OnceValue(func() []method {
	fork := method{name: "fork", start: startForked, forks: true, probe: probeFork}
	forkserver := method{name: "forkserver", start: startServed, forks: true, probe: probeForkserver}
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return []method{spawn, fork, forkserver}
	}
	return []method{fork, spawn, forkserver}
})

// available are the start methods of this machine; the first is the default.
func available() []method {
	return slices.DeleteFunc(slices.Clone(methods()), func(m method) bool { return m.probe() != nil })
}

// findMethod answers the method of a name; process is whom it is for, if anyone, for the error.
func findMethod(name, process string) (method, error) {
	var reason error
	for _, m := range methods() {
		if m.name == name {
			if reason = m.probe(); reason == nil {
				return m, nil
			}
		}
	}
	return method{}, &MethodError{Process: process, Method: name, Err: reason, Available: AllStartMethods()}
}
