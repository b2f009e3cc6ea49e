package pool

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-starts-all-workers", Level: conformance.Core, Program: program,
	Statement: "A pool MUST have as many workers as its argument processes says.",
	Sources:   []conformance.Source{class()},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "workers", 2.0)
		left, right := worker.Described(s, "left"), worker.Described(s, "right")
		s.Check(left.PID != right.PID, "two workers must run two tasks at the same time", "one worker ran both")
	},
})
