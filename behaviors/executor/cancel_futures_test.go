package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestCancelFutures(t *testing.T) {
	const pending, running = "executor-cancel-futures-cancels-pending-task", "executor-cancel-futures-completes-running-task"
	mutation.Check(t, killed("cancel", running),
		mutation.Mutant{
			Name: "no task is cancelled", In: exits(),
			Change: func(r *mutation.Recording) { r.SetReturned("cancel", "cancelled", []any{}) },
			Fails:  map[string]string{pending: "task 6 must be cancelled"},
		},
		mutation.Mutant{
			Name: "a cancelled task runs", In: exits(),
			Change: func(r *mutation.Recording) {
				e := r.First("task", "worker")
				e.Data = map[string]any{"ending": "cancel", "number": 6.0}
				r.Insert(len(r.Events), e)
			},
			Fails: map[string]string{pending: "task 6 must not run"},
		},
		mutation.Mutant{
			Name: "the running task is cancelled", In: exits(),
			Change: func(r *mutation.Recording) { r.SetReturned("cancel", "cancelled", []any{1.0, 4.0, 5.0, 6.0}) },
			Fails:  map[string]string{running: "task 1 must not be cancelled"},
		},
		mutation.Mutant{
			Name: "the running task is lost", In: exits(),
			Change: func(r *mutation.Recording) { r.Remove(func(e stage.Event) bool { return taskOf(e, "cancel", 1) }) },
			Fails:  map[string]string{running: "task 1 must be done"},
		},
		mutation.Mutant{
			Name: "the attempt is not reported", In: exits(),
			Change: func(r *mutation.Recording) { r.RemoveAttempt("cancel", "cancelled") },
			Fails:  map[string]string{pending: `cancel must report the attempt "cancelled"`, running: `cancel must report the attempt "cancelled"`},
		},
	)
}
