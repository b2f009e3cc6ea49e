// Package hostile is a collection of implementations that break every rule: they multiply without end, flood their output,
// hide, report events that never happened, and delete the folders that they are given. Each one runs in the real suite next
// to a well-behaved implementation. The suite must report what happened, must judge the well-behaved implementation as
// usual, and must leave the machine as it found it.
package hostile

import (
	_ "github.com/singdance/singdance/behaviors" // the behaviors that the cases are judged on
	"github.com/singdance/singdance/conformance"
)

// Case is one hostile implementation and the verdict that it must get.
type Case struct {
	ID          string // never changes, like the ID of a behavior
	Description string // what the implementation does

	Behavior        string // the behavior that is judged; args-none-received if empty
	ExpectedVerdict string // a verdict of package conformance, or Unavailable or Refused
	ExpectedReason  string // a regular expression that matches the reason of the verdict

	hello, probe func()   // called before the driver answers; may be nil
	misbehave    func()   // called before the program runs; may be nil
	skipProgram  bool     // exit with status 0 after misbehave, instead of running the program
	methods      []string // the start methods that the driver reports; spawn if nil

	folder      string                                            // the name of the interpreter's folder; python if empty
	environment map[string]string                                 // set for the whole suite while the case runs
	install     func(folder string) (interpreter string, e error) // installs something else in place of the interpreter
}

// Outcomes of an implementation on which no program is run.
const (
	Unavailable = "unavailable" // the implementation is listed as unavailable, with a reason
	Refused     = "refused"     // the interpreter was named with --python, and the suite reports a usage error
)

// Short names for the verdicts that cases expect.
const (
	pass    = string(conformance.Pass)
	fail    = string(conformance.Fail)
	crash   = string(conformance.Crash)
	timeout = string(conformance.Timeout)
)

// Cases returns the cases that this operating system supports.
func Cases() []Case {
	all := []Case{{ID: "well-behaved", Description: "does nothing wrong, for comparison", ExpectedVerdict: pass}}
	for _, group := range [][]Case{
		processCases(), systemCases(), linuxCases(), outputCases(), eventCases(), folderCases(), driverCases(), interpreterCases(),
	} {
		all = append(all, group...)
	}
	for n := range all {
		if all[n].Behavior == "" {
			all[n].Behavior = "args-none-received"
		}
	}
	return all
}

// find returns the case with the ID, and reports whether there is one.
func find(id string) (Case, bool) {
	for _, c := range Cases() {
		if c.ID == id {
			return c, true
		}
	}
	return Case{}, false
}
