package executor

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-replaces-worker", Level: conformance.Core, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "If max_tasks_per_child is 2, an executor MUST replace a worker after two tasks.",
	Sources:   []conformance.Source{class()},
	Since:     "3.11",
	Judge:     func(s *conformance.Scene) { worker.ExpectReplaced(s, "limited tasks") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-refuses-fork", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "An executor SHOULD raise a ValueError if it gets max_tasks_per_child and a fork context, which are incompatible.",
	Sources:   []conformance.Source{class()},
	Since:     "3.11",
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "limited tasks", "ValueError") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-uses-spawn", Level: conformance.Core, Program: program,
	Statement: "An executor that gets max_tasks_per_child and no context MUST use spawn, whatever the start method of the program is.",
	Sources:   []conformance.Source{class()},
	Since:     "3.11",
	Judge: func(s *conformance.Scene) {
		worker.ExpectStartedBy(s, "limited tasks without context", conformance.Spawn)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-runs-queued-tasks", Level: conformance.Core, Program: exits, NotUnder: []string{conformance.Fork},
	Statement: "If more tasks are submitted at once than a worker may run, an executor MUST run all of them.",
	Sources: []conformance.Source{
		class(), {Text: "ProcessPoolExecutor hangs when 1<max_tasks_per_child<num_submitted//max_workers", URL: "https://github.com/python/cpython/issues/115634"},
	},
	Since: "3.11",
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "queued tasks"); reason != "" {
			s.Absent("%s", reason)
		}
		s.Returned("queued", "queued tasks", []any{1.0, 2.0, 3.0, 4.0, 5.0})
	},
})
