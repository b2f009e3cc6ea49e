package startmethods

import "sync"

// A Context stands for one start method. Processes that it makes are started with that method, whatever the default
// is. A library can therefore have its own start method without changing the program's default.
type Context struct {
	name   string
	method string // the Method of its processes
}

// Method returns the name of the context's start method.
func (c *Context) Method() string { return c.name }

// Process returns a new process that is started with the context's method. Its other fields can be set until it is
// started.
func (c *Context) Process(target *Target, args ...any) *Process {
	return &Process{Target: target, Args: args, Method: c.method}
}

// Methods returns the names of the start methods that are available on this machine. The first one is the default:
// [Spawn] on Windows and macOS, and elsewhere [Fork], or [Spawn] where a fork is not possible. Each method is tried once,
// when its availability is first needed.
func Methods() []string {
	var names []string
	for _, m := range available() {
		names = append(names, m.name)
	}
	return names
}

// NewContext returns a context for the start method with the given name. It does not change or fix the default. The
// error is a [MethodError].
//
// The empty name stands for the default. It fixes the default, as [Method] does, and the context's processes have an
// empty Method.
func NewContext(name string) (*Context, error) {
	if name == "" {
		return &Context{name: Method()}, nil
	}
	if _, err := findMethod(name, ""); err != nil {
		return nil, err
	}
	return &Context{name: name, method: name}, nil
}

// A defaultMethod is the default start method of this process.
type defaultMethod struct {
	sync.Mutex
	method string // empty until the default is fixed
	byName bool   // whether SetMethod or ForceMethod chose it
}

// orFirst returns the default start method, which is the first available one until it is fixed. The lock is held.
func (d *defaultMethod) orFirst() string {
	if d.method == "" {
		return available()[0].name
	}
	return d.method
}

var fixed defaultMethod

// SetMethod chooses the default start method by its name. Processes whose Method is empty are then started with this
// method only; see [Process.Start].
//
// SetMethod may be called once, and only before the default is used. After that, the error is a [MethodFixedError]. In
// a child the default is fixed from the beginning, to the method that started the child, so call SetMethod in the
// function that [Main] runs: children do not run it. If the name is not one of [Methods], the error is a [MethodError].
func SetMethod(name string) error { return setMethod(name, false) }

// ForceMethod is like [SetMethod], but also replaces a default that is fixed already. The empty name makes the default
// unfixed again. ForceMethod is meant for tests. It does not affect processes that have been started.
func ForceMethod(name string) error { return setMethod(name, true) }

func setMethod(name string, force bool) error {
	if name != "" || !force {
		if _, err := findMethod(name, ""); err != nil {
			return err
		}
	}
	current()
	fixed.Lock()
	defer fixed.Unlock()
	if fixed.method != "" && !force {
		return &MethodFixedError{Method: name, Fixed: fixed.method}
	}
	fixed.method, fixed.byName = name, name != ""
	return nil
}

// Method returns the name of the default start method, and fixes it: if the default was not fixed before, it is now
// the first of [Methods]. Use [FixedMethod] to ask without fixing it.
//
// Asking does not choose. A process that this default cannot start is started by another method, as [Process.Start]
// describes, unless [SetMethod] chose the default by name.
func Method() string {
	current()
	fixed.Lock()
	defer fixed.Unlock()
	fixed.method = fixed.orFirst()
	return fixed.method
}

// FixedMethod returns the name of the default start method if it is fixed. It does not fix the default.
func FixedMethod() (name string, ok bool) {
	current()
	fixed.Lock()
	defer fixed.Unlock()
	return fixed.method, fixed.method != ""
}
