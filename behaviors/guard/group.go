// Package guard holds the behaviors of a main module without a main guard: a child that imports it reaches start() again.
package guard

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("guard", 60, "a main module without a main guard")

// The programs without a main guard. In the second one the main module also chooses the start method for the whole program,
// which fails before start() is reached.
const (
	unguarded          = "sing-dance-unguarded"
	unguardedSetMethod = "sing-dance-unguarded-set-method"
)

// children returns the roles of the two children.
func children() []string { return []string{"sing", "dance"} }

// song is what each child prints, with the number of the beat.
var song = map[string]string{"sing": "唱歌......", "dance": "跳舞......"}

// childErrors returns the errors that processes other than the main process did not catch. It ends the judge if there are
// none.
func childErrors(s *conformance.Scene) []conformance.Event {
	main := s.MainPID()
	errors := s.EventsWhere(func(e conformance.Event) bool { return e.Event.Event == "error" && e.PID != main })
	if len(errors) == 0 {
		s.Stop("a process other than the main process must raise an error", "none did")
	}
	return errors
}

// expectTargetsNeverRan checks that neither child reached its target.
func expectTargetsNeverRan(s *conformance.Scene) {
	s.MainPID()
	for _, role := range children() {
		_, entered := s.First("enter", role)
		s.Check(!entered, fmt.Sprintf("the target of %s must not run", role), "it ran")
		for _, line := range s.StdoutLines() {
			if strings.HasPrefix(line, song[role]) {
				s.Fail(fmt.Sprintf("%s must not print a line", role), "it printed "+line)
				break
			}
		}
	}
}

// expectProgramWorks checks that both children ran and that the main process waited for them.
func expectProgramWorks(s *conformance.Scene) {
	s.MainPID()
	for _, role := range children() {
		s.Event("enter", role)
		s.Event("leave", role)
		code := s.ExitCode(conformance.Main, role)
		s.Check(code == 0, fmt.Sprintf("the exit code of %s must be 0", role), fmt.Sprintf("it is %d", code))
	}
	for _, e := range s.Events("error", "") {
		s.Fail("no process must raise an error", fmt.Sprintf("process %d raised %v: %s", e.PID, e.ErrorTypes(), e.Text("message")))
	}
	s.ExpectExitStatus(0)
}
