// Package processstate checks what a process object reports of its state. The groups process and pickle use it.
package processstate

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

// Expect checks the attempt "state NAME" of the main process: the pid, the exitcode and is_alive() of a process object. A nil
// pid or exitcode means that the object has none.
func Expect(s *conformance.Scene, name string, pid, exitcode any, alive bool) {
	state, _ := s.Accepted(conformance.Main, "state "+name).(map[string]any)
	for _, fact := range []struct {
		field, name string
		want        any
	}{{"pid", "pid", pid}, {"ident_pid", "ident", pid}, {"exitcode", "exitcode", exitcode}, {"alive", "is_alive()", alive}} {
		got, reported := state[fact.field]
		if !reported && fact.field == "ident_pid" {
			continue
		}
		s.Check(conformance.SameValue(got, fact.want),
			fmt.Sprintf("the %s of a process in the state %q must be %s", fact.name, name, conformance.Words(fact.want)),
			"it is "+conformance.Words(got))
	}
}
