package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestUnguarded(t *testing.T) {
	importing, fork := exits(conformance.Spawn, conformance.Forkserver), exits(conformance.Fork)
	ends := func(code float64) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			r.Each("ended", "", func(e *stage.Event) {
				if e.Data["ending"] == "unguarded" {
					e.Data["code"] = code
				}
			})
		}
	}
	const raises = "executor-unguarded-raises-broken-pool"
	mutation.Check(t, killed("unguarded", "executor-unguarded-main-ends", "executor-unguarded-works-under-fork"),
		mutation.Mutant{
			Name: "the task runs", In: importing,
			Change: func(r *mutation.Recording) {
				e := r.First("task", "worker")
				e.Data = map[string]any{"ending": "unguarded", "number": 1.0}
				r.Insert(len(r.Events), e)
			},
			Fails: map[string]string{"executor-unguarded-task-never-runs": "the number of tasks that ran must be"},
		},
		mutation.Mutant{
			Name: "the main process ends with status 0", In: importing, Change: ends(0),
			Fails: map[string]string{"executor-unguarded-main-ends": "the exit status of the main process without a main guard"},
		},
		mutation.Mutant{
			Name: "the main process raises another error", In: importing,
			Change: func(r *mutation.Recording) {
				r.Each("error", "unguarded", func(e *stage.Event) { e.Data["types"] = []any{"TimeoutError"} })
			},
			Fails: map[string]string{raises: "must raise BrokenProcessPool"},
		},
		mutation.Mutant{
			Name: "the main process raises nothing", In: importing,
			Change: func(r *mutation.Recording) { r.RemoveEvents("error", "unguarded") },
			Fails:  map[string]string{raises: `unguarded must report "error" exactly once`},
		},
		mutation.Mutant{
			Name: "the main process fails", In: fork, Change: ends(1),
			Fails: map[string]string{"executor-unguarded-works-under-fork": "the exit status of the main process without a main guard"},
		},
		mutation.Mutant{
			Name: "the task does not run", In: fork,
			Change: func(r *mutation.Recording) { r.Remove(func(e stage.Event) bool { return taskOf(e, "unguarded", 1) }) },
			Fails:  map[string]string{"executor-unguarded-works-under-fork": "the number of tasks that ran must be"},
		},
	)
}
