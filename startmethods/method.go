package startmethods

import (
	"runtime"
	"slices"
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
	// wait waits for the end, releases what the parent holds for the child, and answers the exit code. It is called once.
	wait() (exitCode int, err error)
	terminate() error
	kill() error
	interrupt() error
}

// methods are the start methods that there are, in the order of preference: on macOS, whose system libraries do not
// bear a fork, and on Windows spawn comes first, elsewhere fork.
func methods() []method {
	fork := method{name: "fork", start: startForked, forks: true, probe: probeFork}
	forkserver := method{name: "forkserver", start: startServed, forks: true, probe: probeForkserver}
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return []method{spawn, fork, forkserver}
	}
	return []method{fork, spawn, forkserver}
}

// available are the start methods of this machine; the first is the default.
func available() []method {
	return slices.DeleteFunc(methods(), func(m method) bool { return m.probe() != nil })
}

// findMethod answers the method of a name; process is whom it is for, if anyone, for the error.
func findMethod(name, process string) (method, error) {
	err := &MethodError{Process: process, Method: name}
	for _, m := range methods() {
		if m.name != name {
			continue
		}
		if err.Err = m.probe(); err.Err == nil {
			return m, nil
		}
	}
	err.Available = AllStartMethods()
	return method{}, err
}
