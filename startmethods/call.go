package startmethods

import (
	"errors"
	"fmt"
	"reflect"
)

// A Call is what a target gets: the arguments of its [Process], decoded in the child, with the same Go types that they had
// in the parent. Read them with [Arg] and [NamedArg], or all of them with [Call.Bind].
type Call struct {
	Args   []any          // the positional arguments
	Kwargs map[string]any // the named arguments

	process, parent *Process
	target          string
}

// Process returns the child that runs the target, as [CurrentProcess] returns it there. While a forked child is prepared,
// it has no PID yet.
func (c *Call) Process() *Process { return c.process }

// Parent returns the process that started the child, as [ParentProcess] returns it there.
func (c *Call) Parent() *Process { return c.parent }

// Arg returns the positional argument at the given position, which counts from 0. If there is none, or if it has another
// type, the error is an [ArgumentError]. Arg does not convert: an int is not an int64.
func Arg[T any](call *Call, position int) (T, error) {
	var value T
	argument := positional(position)
	if position < 0 || position >= len(call.Args) {
		return value, call.argumentError(argument, fmt.Errorf("is missing: there are %d positional arguments", len(call.Args)))
	}
	if err := assign(&value, call.Args[position]); err != nil {
		return value, call.argumentError(argument, err)
	}
	return value, nil
}

// NamedArg returns the named argument with the given name. If there is none, or if it has another type, the error is an
// [ArgumentError]. NamedArg does not convert: an int is not an int64.
func NamedArg[T any](call *Call, name string) (T, error) {
	var value T
	argument, ok := call.Kwargs[name]
	if !ok {
		return value, call.argumentError(named(name), errMissing)
	}
	if err := assign(&value, argument); err != nil {
		return value, call.argumentError(named(name), err)
	}
	return value, nil
}

var errMissing = errors.New("is missing")

// assign sets the variable that into points to, if the value is assignable to it. A nil argument is assignable to every
// type that has nil.
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

func (c *Call) argumentError(argument string, reason error) error {
	process := ""
	if c.process != nil {
		process = c.process.Name
	}
	return &ArgumentError{Process: process, Target: c.target, Argument: argument, Err: reason}
}

func positional(position int) string { return fmt.Sprintf("positional argument %d", position) }

func named(name string) string { return fmt.Sprintf("argument %q", name) }
