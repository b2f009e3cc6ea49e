package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestUnpicklable(t *testing.T) {
	for what, id := range map[string]string{
		"unpicklable argument": "pool-unpicklable-argument-raises", "unpicklable result": "pool-unpicklable-result-raises",
	} {
		mutation.Check(t, mutation.Accepted(id, what, in()), mutation.Mutant{
			Name: "the " + what + " never leads to a result", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["types"] = []any{"TimeoutError", "Exception"} })
			},
			Fails: map[string]string{id: "of main must raise an error"},
		})
	}
	const id, what = "pool-unpicklable-argument-spares-later-task", "task after unpicklable argument"
	mutation.Check(t, mutation.Refused(id, what, in()), mutation.Unreported(id, what, in()))
}
