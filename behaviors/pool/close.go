package pool

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-close-refuses-task", Level: conformance.Core, Program: program,
	Statement: "After close(), a pool MUST refuse a task.",
	Sources:   []conformance.Source{method("close")},
	Judge:     func(s *conformance.Scene) { s.Refused(conformance.Main, "task after close") },
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-close-completes-tasks", Level: conformance.Core, Program: program,
	Statement: "After close(), the workers of a pool MUST complete the tasks that were submitted before.",
	Sources:   []conformance.Source{method("close")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "join", true)
		s.Returned(conformance.Main, "done tasks", 3.0)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-close-ends-workers", Level: conformance.Core, Program: program,
	Statement: "When join() returns after close(), the workers of a pool MUST have ended.",
	Sources:   []conformance.Source{method("join")},
	Judge: func(s *conformance.Scene) {
		w := worker.Described(s, "chosen context")
		s.Check(!s.Table("joined").Alive(w.PID), "the worker must have ended after join()", "it is alive")
	},
})
