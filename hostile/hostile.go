// Package hostile is a collection of implementations that do what no implementation should: they bomb, flood, hide, lie,
// and take apart what they are given. Each is performed in the real suite beside a well-behaved implementation, and the
// suite must say what happened, judge the other one as ever, and leave the machine as it found it.
package hostile

import (
	"github.com/singdance/singdance/conformance"
)

// Act is one hostile implementation.
type Act struct {
	Name  string // permanent, as a behavior's id
	Title string // what it does

	Behavior string // what is judged; args-none if empty
	Expected string // the verdict on it, or Unavailable or Refused
	Reason   string // a regular expression of the verdict's reason

	hello, probe func() // what it does when asked; it answers properly if nil
	play         func() // what it does as a program, before it performs properly
	stay         bool   // it does not come to performing, and ends with status 0 after play
	methods      []string

	folder      string                                       // the name of its folder, if that matters
	environment map[string]string                            // of the whole suite while it is performed
	install     func(folder string) (python string, e error) // what is installed in place of an interpreter that runs
}

// What is said of an implementation that no program is performed on.
const (
	Unavailable = "unavailable" // it was found, and is listed with a reason
	Refused     = "refused"     // it was asked for by name, and cannot be what was meant
)

// Shorthands of the acts.
const (
	pass    = string(conformance.Pass)
	fail    = string(conformance.Fail)
	crash   = string(conformance.Crash)
	timeout = string(conformance.Timeout)
)

// Collection lists the acts of this system.
func Collection() []Act {
	all := []Act{{Name: "proper", Title: "does nothing wrong, for comparison", Expected: pass}}
	for _, family := range [][]Act{processActs(), systemActs(), kernelActs(), outputActs(), eventActs(), placeActs(), driverActs(), interpreterActs()} {
		all = append(all, family...)
	}
	for n := range all {
		if all[n].Behavior == "" {
			all[n].Behavior = "args-none"
		}
	}
	return all
}

func find(name string) (Act, bool) {
	for _, act := range Collection() {
		if act.Name == name {
			return act, true
		}
	}
	return Act{}, false
}
