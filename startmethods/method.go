package startmethods

// A method is a way to start a child. Everything else in this package is the same for all of them.
type method struct {
	name string
	// start starts the child with what it is to know and do.
	start func(who introduction, what task) (child, error)
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

// available are the start methods of this machine; the first is the default.
var available = []method{spawn}

// findMethod answers the method of a name; process is whom it is for, if anyone, for the error.
func findMethod(name, process string) (method, error) {
	for _, m := range available {
		if m.name == name {
			return m, nil
		}
	}
	return method{}, &MethodError{Process: process, Method: name, Available: AllStartMethods()}
}
