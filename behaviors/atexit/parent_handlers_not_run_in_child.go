package atexit

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-parent-handlers-not-run-in-child", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD NOT run an exit handler that the main process registered.",
	Sources:   []conformance.Source{honored(), atexit()},
	Judge: func(s *conformance.Scene) {
		main := s.MainPID()
		for _, e := range mainHandlerRuns(s) {
			s.Check(e.PID == main, "no other process must run the exit handler of the main process", fmt.Sprintf("process %d ran it", e.PID))
		}
	},
})
