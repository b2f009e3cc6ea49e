package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

const markerReason = "has the variable that main had set"

// startedOtherwise returns the mutants in which a worker looks as if another start method had started it.
func startedOtherwise(id, what string) []mutation.Mutant {
	return []mutation.Mutant{
		{
			Name: "the worker in " + what + " was forked", In: in(conformance.Spawn, conformance.Forkserver),
			Change: func(r *mutation.Recording) { set(r, what, "marker", "set in main") },
			Fails:  map[string]string{id: markerReason},
		},
		{
			Name: "the parent of the worker in " + what + " is main", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) { set(r, what, "ppid", float64(r.MainPID())) },
			Fails:  map[string]string{id: "the parent of the worker in the attempt"},
		},
		mutation.Refused(id, what, in()),
		mutation.Unreported(id, what, in()),
	}
}

func TestUses(t *testing.T) {
	mutation.Check(t, startedOtherwise("executor-uses-default-method", "default context")...)
	mutation.Check(t, startedOtherwise("executor-uses-chosen-method", "chosen context")...)
	mutation.Check(t, mutation.Mutant{
		Name: "the worker in chosen context was not forked", In: in(conformance.Fork),
		Change: func(r *mutation.Recording) { set(r, "chosen context", "marker", nil) },
		Fails:  map[string]string{"executor-uses-chosen-method": markerReason},
	}, mutation.Mutant{
		Name: "the worker in chosen context has another parent", In: in(conformance.Spawn, conformance.Fork),
		Change: func(r *mutation.Recording) { set(r, "chosen context", "ppid", float64(mutation.UnknownPID)) },
		Fails:  map[string]string{"executor-uses-chosen-method": "the parent of the worker in the attempt"},
	}, mutation.Mutant{
		Name: "the worker in chosen context is not described", In: in(),
		Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "chosen context", nil) },
		Fails:  map[string]string{"executor-uses-chosen-method": "must return what the worker is"},
	})
}

func TestUsesGivenContext(t *testing.T) {
	const id = "executor-uses-given-context"
	parent := "whether main is the parent of the worker of the task left in the process table"
	move := func(to int) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			pid, _ := field(r, "left", "pid").(float64)
			if to == 0 {
				to = r.MainPID()
			}
			r.Row("workers", int(pid)).PPID = to
		}
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "the worker was forked", In: in(conformance.Spawn, conformance.Forkserver),
			Change: func(r *mutation.Recording) { set(r, "given context", "marker", "set in main") },
			Fails:  map[string]string{id: markerReason},
		},
		mutation.Mutant{
			Name: "the worker was not forked", In: in(conformance.Fork),
			Change: func(r *mutation.Recording) { set(r, "given context", "marker", nil) },
			Fails:  map[string]string{id: markerReason},
		},
		mutation.Mutant{
			Name: "main is the parent in the process table", In: in(conformance.Forkserver),
			Change: move(0), Fails: map[string]string{id: parent},
		},
		mutation.Mutant{
			Name: "main is not the parent in the process table", In: in(conformance.Spawn, conformance.Fork),
			Change: move(1), Fails: map[string]string{id: parent},
		},
		mutation.Mutant{
			Name: "main does not report the first task", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveAttempt(conformance.Main, "given context") },
			Fails: map[string]string{
				id: "main must report the attempt", "executor-initializer-receives-arguments": "main must report the attempt",
			},
			Changes: []string{"executor-workers-daemon-flag"},
		},
	)
}
