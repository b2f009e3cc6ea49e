package startmethods

import (
	"errors"
	"fmt"
	"reflect"
)

// A Call is what a target gets: the arguments that its [Process] was given, decoded in the child, with the types that
// they had in the parent. They are read with [Arg] and [Kwarg], or all at once with [Call.Bind].
type Call struct {
	Args   []any          // the positional arguments
	Kwargs map[string]any // the named arguments

	process, parent *Process
	target          string
}

// Process stands for the child that is to run the target: [CurrentProcess], as that child has it. While a forked child
// is prepared, it has no PID yet.
func (c *Call) Process() *Process { return c.process }

// Parent stands for the process that started the child: [ParentProcess], as the child has it.
func (c *Call) Parent() *Process { return c.parent }

// Arg reads a positional argument, counted from 0. The error, an [ArgumentError], says that there is none at this
// position, or that it has another type. Nothing is converted: an int is an int, no int64.
func Arg[T any](call *Call, position int) (T, error) {
	var value T
	argument := positional(position)
	if position < 0 || position >= len(call.Args) {
		return value, call.wrong(argument, fmt.Errorf("is missing: there are %d positional arguments", len(call.Args)))
	}
	if err := assign(&value, call.Args[position]); err != nil {
		return value, call.wrong(argument, err)
	}
	return value, nil
}

// Kwarg reads a named argument. The error, an [ArgumentError], says that there is none of this name, or that it has
// another type. Nothing is converted: an int is an int, no int64.
func Kwarg[T any](call *Call, name string) (T, error) {
	var value T
	argument, ok := call.Kwargs[name]
	if !ok {
		return value, call.wrong(named(name), errMissing)
	}
	if err := assign(&value, argument); err != nil {
		return value, call.wrong(named(name), err)
	}
	return value, nil
}

var errMissing = errors.New("is missing")

// assign sets the variable that into points to, if the value is of its type or, for an interface, implements it. A nil
// argument fits whatever can be nil.
func assign(into, value any) error {
	variable := reflect.ValueOf(into).Elem()
	if value == nil {
		switch variable.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			variable.SetZero()
			return nil
		}
		return fmt.Errorf("is nil, not of type %v", variable.Type())
	}
	given := reflect.ValueOf(value)
	if !given.Type().AssignableTo(variable.Type()) {
		return fmt.Errorf("is of type %v, not %v", given.Type(), variable.Type())
	}
	variable.Set(given)
	return nil
}

func (c *Call) wrong(argument string, reason error) error {
	process := ""
	if c.process != nil {
		process = c.process.Name
	}
	return &ArgumentError{Process: process, Target: c.target, Argument: argument, Err: reason}
}

func positional(position int) string { return fmt.Sprintf("positional argument %d", position) }

func named(name string) string { return fmt.Sprintf("argument %q", name) }
