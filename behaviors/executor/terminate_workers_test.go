package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestTerminateWorkers(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("executor-terminate-workers-ends-worker", "terminated worker ends", false, in(), "")...)
	mutation.Check(t, mutation.WrongReturn("executor-terminate-workers-exitcode", "exit code of terminated worker", -9.0, in(), "")...)
	mutation.Check(t, refused("executor-terminate-workers-refuses-submit", "submit after terminate_workers", "RuntimeError")...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the task runs its finally clause", In: in(),
			Change: func(r *mutation.Recording) {
				e := r.First("holding", "terminated")
				e.Event = "finally"
				r.Insert(r.Index("last", conformance.Main), e)
			},
			Fails: map[string]string{"executor-terminate-workers-skips-finally": "the finally clause of the task must not run"},
		},
		mutation.Mutant{
			Name: "terminate_workers() raises an error", In: in(),
			Change: func(r *mutation.Recording) { r.Refuse(conformance.Main, "terminate_workers") },
			Fails: map[string]string{
				"executor-terminate-workers-ends-worker":   "must succeed",
				"executor-terminate-workers-skips-finally": "must succeed",
			},
		},
		mutation.Mutant{
			Name: "the result of the task does not arrive", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, "task of terminated worker", func(e *stage.Event) { e.Data["types"] = []any{"TimeoutError"} })
			},
			Changes: []string{"executor-terminate-workers-task-outcome"},
		},
	)
}
