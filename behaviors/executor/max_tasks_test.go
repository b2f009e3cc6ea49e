package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMaxTasks(t *testing.T) {
	const replaces, spawn, what = "executor-max-tasks-replaces-worker", "executor-max-tasks-uses-spawn", "limited tasks without context"
	limited := in(conformance.Spawn, conformance.Forkserver)
	for reason, pids := range map[string][]any{
		"one worker must run the first two tasks": {201.0, 202.0, 203.0},
		"another worker must run the third task":  {201.0, 201.0, 201.0},
		"three tasks must report their workers":   {201.0, 201.0},
	} {
		mutation.Check(t, mutation.WrongReturn(replaces, "limited tasks", map[string]any{"pids": pids}, limited, reason)...)
	}
	fork := in(conformance.Fork)
	mutation.Check(t,
		mutation.Accepted("executor-max-tasks-refuses-fork", "limited tasks", fork),
		mutation.Mutant{
			Name: "the worker was forked", In: in(),
			Change: func(r *mutation.Recording) { set(r, what, "marker", "set in main") },
			Fails:  map[string]string{spawn: markerReason},
		},
		mutation.Mutant{
			Name: "a fork server started the worker", In: in(),
			Change: func(r *mutation.Recording) { set(r, what, "ppid", float64(mutation.UnknownPID)) },
			Fails:  map[string]string{spawn: "the parent of the worker in the attempt"},
		},
	)
}

func TestMaxTasksRunsQueuedTasks(t *testing.T) {
	const id, what = "executor-max-tasks-runs-queued-tasks", "queued tasks"
	in := exits(conformance.Spawn, conformance.Forkserver)
	mutation.Check(t,
		mutation.RefusedBy("queued", id, what, in),
		mutation.UnreportedBy("queued", id, what, in),
		mutation.Mutant{
			Name: "a task is lost", In: in,
			Change: func(r *mutation.Recording) { r.SetReturned("queued", what, []any{1.0, 2.0, 3.0, 4.0}) },
			Fails:  map[string]string{id: `the attempt "queued tasks" of queued must return`},
		},
	)
}
