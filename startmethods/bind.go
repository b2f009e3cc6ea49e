package startmethods

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Parameter describes a parameter of a target for [Call.Bind]. Make one with [Required] or [Optional].
type Parameter struct {
	name     string
	into     any
	optional bool
}

// Required returns a parameter that must be given, by its position among the parameters or by its name. Bind stores its
// value in the variable.
func Required[T any](name string, into *T) Parameter {
	return Parameter{name: name, into: into}
}

// Optional returns a parameter that may be given, by its position among the parameters or by its name. If it is not given,
// the variable keeps its value, which is the default.
func Optional[T any](name string, into *T) Parameter {
	return Parameter{name: name, into: into, optional: true}
}

// Bind assigns all arguments to the parameters of a target, as Python does for a function: the positional arguments in the
// order of the parameters, the others by name.
//
//	var song string
//	times := 1
//	err := call.Bind(startmethods.Required("song", &song), startmethods.Optional("times", &times))
//
// The error is an [ArgumentError]. It names the first argument that is missing, unexpected, given twice or of another type.
func (c *Call) Bind(parameters ...Parameter) error {
	if most := len(parameters); most < len(c.Args) {
		return c.argumentError(positional(most), fmt.Errorf("is unexpected: the target takes at most %d positional arguments", most))
	}
	known := map[string]bool{}
	for i, parameter := range parameters {
		known[parameter.name] = true
		if err := c.bind(i, parameter); err != nil {
			return c.argumentError(named(parameter.name), err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Kwargs)) {
		if !known[name] {
			return c.argumentError(named(name), errors.New("is unexpected: the target has no parameter of this name"))
		}
	}
	return nil
}

// bind assigns the parameter at the given position.
func (c *Call) bind(position int, parameter Parameter) error {
	value, byName := c.Kwargs[parameter.name]
	if position < len(c.Args) {
		if byName {
			return fmt.Errorf("is given twice: by its name and as positional argument %d", position)
		}
		return assign(parameter.into, c.Args[position])
	}
	if !byName {
		if parameter.optional {
			return nil
		}
		return errMissing
	}
	return assign(parameter.into, value)
}
