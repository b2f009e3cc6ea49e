package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// exits returns the good recordings of process-pool-executor-exits.
func exits(methods ...string) mutation.Scenes {
	return mutation.By("cpython-3.15", "process-pool-executor-exits", methods...)
}

// taskOf reports whether an event is a task of a further main process.
func taskOf(e stage.Event, ending string, number float64) bool {
	return e.Event == "task" && e.Data["ending"] == ending && e.Data["number"] == number
}

// killed is the mutant in which a further main process had to be killed.
func killed(ending string, ids ...string) mutation.Mutant {
	fails := map[string]string{}
	for _, id := range ids {
		fails[id] = `the main process "` + ending + `" must end`
	}
	return mutation.Mutant{
		Name: "the main process " + ending + " had to be killed", In: exits(),
		Change: func(r *mutation.Recording) {
			r.Each("ended", "", func(e *stage.Event) {
				if e.Data["ending"] == ending {
					e.Data["code"] = nil
				}
			})
		},
		Fails: fails,
	}
}

func TestExit(t *testing.T) {
	for ending, id := range map[string]string{
		"returns":   "executor-exit-completes-pending-tasks",
		"exception": "executor-exit-after-exception-completes-pending-tasks",
		"no-wait":   "executor-exit-after-shutdown-without-wait-completes-pending-tasks",
	} {
		mutation.Check(t, killed(ending, id),
			mutation.Mutant{
				Name: "the last task of " + ending + " is lost", In: exits(),
				Change: func(r *mutation.Recording) {
					r.Remove(func(e stage.Event) bool { return taskOf(e, ending, 3) })
				},
				Fails: map[string]string{id: `task 3 of the main process "` + ending + `" must be done`},
			},
			mutation.Mutant{
				Name: "the main process " + ending + " ends before its last task", In: exits(),
				Change: func(r *mutation.Recording) {
					for n, e := range r.Events {
						if taskOf(e, ending, 3) {
							r.MoveIndex(n, len(r.Events))
							return
						}
					}
				},
				Fails: map[string]string{id: "the position of task 3 among all events"},
			},
		)
	}
}
