package executor

import (
	"slices"

	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-cancel-futures-cancels-pending-task", Level: conformance.Core, Program: exits,
	Statement: "shutdown() with cancel_futures=True MUST cancel tasks that the executor has not started.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.9",
	Judge: func(s *conformance.Scene) {
		numbers := cancelled(s)
		s.Check(slices.Contains(numbers, any(6.0)), "task 6 must be cancelled", "the cancelled tasks are "+conformance.Words(numbers))
		_, done := doneTasks(s, "cancel")[6]
		s.Check(!done, "task 6 must not run", "it ran")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-cancel-futures-completes-running-task", Level: conformance.Core, Program: exits,
	Statement: "shutdown() with cancel_futures=True MUST NOT cancel a task that runs.",
	Sources:   []conformance.Source{shutdown()},
	Since:     "3.9",
	Judge: func(s *conformance.Scene) {
		numbers := cancelled(s)
		s.Check(!slices.Contains(numbers, any(1.0)), "task 1 must not be cancelled", "the cancelled tasks are "+conformance.Words(numbers))
		end, _ := worker.EndOf(s, "cancel")
		task, done := doneTasks(s, "cancel")[1]
		if s.Check(done, "task 1 must be done", "it is not") {
			s.ExpectBefore(task, end)
		}
	},
})

// cancelled returns the numbers of the tasks that shutdown() has cancelled.
func cancelled(s *conformance.Scene) []any {
	if reason := s.AbsentReason(conformance.Main, "cancelled"); reason != "" {
		s.Absent("%s", reason)
	}
	numbers, _ := s.Accepted("cancel", "cancelled").([]any)
	return numbers
}
