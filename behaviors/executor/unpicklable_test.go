package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestUnpicklable(t *testing.T) {
	for what, id := range map[string]string{
		"unpicklable argument": "executor-unpicklable-argument-raises", "unpicklable result": "executor-unpicklable-result-raises",
	} {
		mutation.Check(t, mutation.Mutant{
			Name: "the " + what + " never leads to a result", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["types"] = []any{"TimeoutError", "Exception"} })
			},
			Fails: map[string]string{id: "of main must raise an error"},
		})
	}
	mutation.Check(t,
		mutation.Accepted("executor-unpicklable-result-raises", "unpicklable result", in()),
		mutation.Mutant{
			Name: "the executor accepts the argument", In: in(),
			Change: func(r *mutation.Recording) { r.Accept(conformance.Main, "unpicklable argument") },
			Fails: map[string]string{
				"executor-unpicklable-argument-raises":     "must be refused",
				"executor-unpicklable-task-spares-workers": "must be refused",
			},
		},
		mutation.Mutant{
			Name: "no task runs afterwards", In: in(),
			Change: func(r *mutation.Recording) { r.Refuse(conformance.Main, "right") },
			Fails: map[string]string{
				"executor-unpicklable-task-spares-workers": `the attempt "right" of main must succeed`,
				"executor-uses-given-context":              `the attempt "right" of main must succeed`,
				"executor-tasks-run-together":              `the attempt "right" of main must succeed`,
				"executor-initializer-runs-in-each-worker": `the attempt "right" of main must succeed`,
				"executor-shutdown-ends-workers":           `the attempt "right" of main must succeed`,
			},
		},
	)
}
