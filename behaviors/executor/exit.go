package executor

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

// exits is the program whose main processes end while an executor still has tasks.
const exits = "process-pool-executor-exits"

var _ = group.Add(conformance.Behavior{
	ID: "executor-exit-completes-pending-tasks", Level: conformance.Core, Program: exits,
	Statement: "A main process that returns without shutdown() MUST NOT end before all tasks are done.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { expectCompleted(s, "returns") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-exit-after-exception-completes-pending-tasks", Level: conformance.Core, Program: exits,
	Statement: "A main process that an uncaught exception ends MUST NOT end before all tasks are done.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { expectCompleted(s, "exception") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-exit-after-shutdown-without-wait-completes-pending-tasks", Level: conformance.Core, Program: exits,
	Statement: "After shutdown(wait=False), the main process MUST NOT end before all tasks are done.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { expectCompleted(s, "no-wait") },
})

// doneTasks returns the tasks of a further main process that were done, by their numbers.
func doneTasks(s *conformance.Scene, ending string) map[int]conformance.Event {
	done := map[int]conformance.Event{}
	for _, e := range s.Events("task", "worker") {
		if e.Text("ending") == ending {
			done[e.Number("number")] = e
		}
	}
	return done
}

// expectCompleted checks that all tasks were done after the last statement of a further main process, and before its end.
func expectCompleted(s *conformance.Scene, ending string) {
	end, _ := worker.EndOf(s, ending)
	last, done := s.Event("last", ending), doneTasks(s, ending)
	for number := 1; number <= 3; number++ {
		task, isDone := done[number]
		if s.Check(isDone, fmt.Sprintf("task %d of the main process %q must be done", number, ending), "it is not") {
			s.Expect(task.Index, "the position of task %d among all events, after the last statement and before the end", number).
				To(gomega.And(gomega.BeNumerically(">", last.Index), gomega.BeNumerically("<", end.Index)))
		}
	}
}
