package startmethods

import "sync"

// A Context stands for one start method. Processes that are made by it are started with that method, whatever the
// default is, so that a library can have its own without disturbing the program.
type Context struct {
	method string
}

// Method is the name of the context's start method.
func (c *Context) Method() string { return c.method }

// Process makes a process that is to be started with the context's method. Its other fields can be set until it is
// started.
func (c *Context) Process(target *Target, args ...any) *Process {
	return &Process{Target: target, Args: args, Method: c.method}
}

// AllStartMethods answers the names of the start methods that are available on this machine. The first is the
// default: spawn on Windows and macOS, and elsewhere fork, or spawn where there is no fork. What is available is tried
// out, once, when it is first asked for.
func AllStartMethods() []string {
	var names []string
	for _, m := range available() {
		names = append(names, m.name)
	}
	return names
}

// GetContext answers the context of a start method, and does not touch the default. The empty name stands for the
// default, and fixes it, like [StartMethod]. The error is a [MethodError].
func GetContext(name string) (*Context, error) {
	if name == "" {
		return &Context{method: StartMethod()}, nil
	}
	if _, err := findMethod(name, ""); err != nil {
		return nil, err
	}
	return &Context{method: name}, nil
}

// fixed is the default start method once it is fixed, or empty.
var fixed = struct {
	sync.Mutex
	method string
}{}

// SetStartMethod fixes the default start method, with which processes whose Method is empty are started. It may be
// called once, and before the default is used in any way: afterwards the error is a [ContextSetError]. In a child
// the default is fixed from the beginning, to the method with which the child was started; so call it in what
// [Main] runs, where no child comes by. The error for a name that is none of [AllStartMethods] is a [MethodError].
func SetStartMethod(name string) error { return setStartMethod(name, false) }

// SetStartMethodForce is [SetStartMethod] for a default that may have been fixed before. The empty name makes it
// unfixed again. It is meant for tests; processes that have been started remain what they are.
func SetStartMethodForce(name string) error { return setStartMethod(name, true) }

func setStartMethod(name string, force bool) error {
	if name != "" || !force {
		if _, err := findMethod(name, ""); err != nil {
			return err
		}
	}
	current()
	fixed.Lock()
	defer fixed.Unlock()
	if fixed.method != "" && !force {
		return &ContextSetError{Method: name, Fixed: fixed.method}
	}
	fixed.method = name
	return nil
}

// StartMethod answers the name of the default start method. To ask for it fixes it: if nothing has so far, the first
// of [AllStartMethods] becomes the default for good. [StartMethodIfFixed] asks without that.
func StartMethod() string {
	current()
	fixed.Lock()
	defer fixed.Unlock()
	if fixed.method == "" {
		fixed.method = available()[0].name
	}
	return fixed.method
}

// StartMethodIfFixed answers the name of the default start method if it is fixed, and does not fix it otherwise.
func StartMethodIfFixed() (name string, ok bool) {
	current()
	fixed.Lock()
	defer fixed.Unlock()
	return fixed.method, fixed.method != ""
}
