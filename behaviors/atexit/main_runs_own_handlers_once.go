package atexit

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-main-runs-own-handlers-once", Level: conformance.Extended, Program: program,
	Statement: "The main process SHOULD run an exit handler that it registered exactly once.",
	Sources:   []conformance.Source{honored(), atexit()},
	Judge: func(s *conformance.Scene) {
		main, runs := s.MainPID(), 0
		for _, e := range mainHandlerRuns(s) {
			if e.PID == main {
				runs++
			}
		}
		s.Check(runs == 1, "the main process must run its exit handler once", fmt.Sprintf("it ran it %d times", runs))
	},
})
