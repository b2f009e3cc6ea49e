package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestSetMethodError(t *testing.T) {
	const id = "guard-set-method-error"
	mutation.Check(t,
		mutation.Mutant{
			Name: "no process raises an error", In: importing(unguardedSetMethod),
			Change:  func(r *mutation.Recording) { r.RemoveEvents("error", "") },
			Fails:   map[string]string{id: noChildError},
			Changes: []string{"guard-set-method-message"},
		},
		mutation.Mutant{
			Name: "only the main process raises an error", In: importing(unguardedSetMethod),
			Change: func(r *mutation.Recording) {
				main := r.MainPID()
				r.Each("error", "", func(e *stage.Event) { e.PID, e.Role = main, conformance.Main })
			},
			Fails:   map[string]string{id: noChildError},
			Changes: []string{"guard-set-method-message"},
		},
		mutation.Mutant{
			Name: "the errors are of another class", In: importing(unguardedSetMethod),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "types", []any{"ValueError"}) },
			Fails:  map[string]string{id: "the error class of process"},
		},
		mutation.Mutant{
			Name: "the second error is of another class", In: importing(unguardedSetMethod),
			Change: func(r *mutation.Recording) { secondError(r).Data["types"] = []any{"ValueError"} },
			Fails:  map[string]string{id: "the error class of process"},
		},
	)
}

func TestSetMethodTargetsNeverRun(t *testing.T) {
	mutation.Check(t, targetRuns(unguardedSetMethod, "guard-set-method-targets-never-run")...)
}

func TestSetMethodMessage(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the errors mention the bootstrapping phase", In: importing(unguardedSetMethod),
			Change:  func(r *mutation.Recording) { r.SetData("error", "", "message", "in its bootstrapping phase") },
			Changes: []string{"guard-set-method-message"},
		},
		mutation.Mutant{
			Name: "one error mentions the bootstrapping phase", In: importing(unguardedSetMethod),
			Change:  func(r *mutation.Recording) { secondError(r).Data["message"] = "in its bootstrapping phase" },
			Changes: []string{"guard-set-method-message"},
		},
	)
}

func TestSetMethodForkUnaffected(t *testing.T) {
	mutation.Check(t, forkAffected(unguardedSetMethod, "guard-set-method-fork-unaffected")...)
}
