package startmethods

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Parameter is one of the parameters of a target, for [Call.Bind]; made by [Required] or [Optional].
type Parameter struct {
	name     string
	into     any
	optional bool
}

// Required is a parameter that must be given, by its position among the parameters or by its name. Its value goes
// into the variable.
func Required[T any](name string, into *T) Parameter {
	return Parameter{name: name, into: into}
}

// Optional is a parameter that may be given, by its position among the parameters or by its name. If it is not, the
// variable keeps what it holds: the default.
func Optional[T any](name string, into *T) Parameter {
	return Parameter{name: name, into: into, optional: true}
}

// Bind assigns all arguments to a target's parameters, in the way that a Python function gets its arguments:
// positional ones in the order of the parameters, the rest by name.
//
//	var song string
//	times := 1
//	err := call.Bind(startmethods.Required("song", &song), startmethods.Optional("times", &times))
//
// The error, an [ArgumentError], names the first argument that is missing, unexpected, given twice or of another type.
func (c *Call) Bind(parameters ...Parameter) error {
	if surplus := len(parameters); surplus < len(c.Args) {
		return c.wrong(positional(surplus), fmt.Errorf("is one too many: the target takes at most %d", surplus))
	}
	known := map[string]bool{}
	for i, parameter := range parameters {
		known[parameter.name] = true
		if err := c.bind(i, parameter); err != nil {
			return c.wrong(named(parameter.name), err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Kwargs)) {
		if !known[name] {
			return c.wrong(named(name), errors.New("is unexpected: the target has no parameter of this name"))
		}
	}
	return nil
}

// bind assigns the parameter at a position.
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
