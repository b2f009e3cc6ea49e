package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnguarded(t *testing.T) {
	const works = "pool-unguarded-works-under-fork"
	importing, fork := exits(conformance.Spawn, conformance.Forkserver), exits(conformance.Fork)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the task runs", In: importing,
			Change: func(r *mutation.Recording) {
				e := r.First("body", "pool-unguarded")
				e.Event, e.Data = "attempt", map[string]any{"what": "unguarded task", "refused": false, "value": nil}
				r.Insert(len(r.Events), e)
			},
			Fails: map[string]string{"pool-unguarded-task-never-runs": "the task must not run"},
		},
		mutation.Mutant{
			Name: "the main process fails", In: fork,
			Change:  func(r *mutation.Recording) { r.SetReturned(conformance.Main, "unguarded pool", "ends with status 1") },
			Fails:   map[string]string{works: `the attempt "unguarded pool" of main must return`},
			Changes: []string{"pool-unguarded-outcome"},
		},
		mutation.RefusedBy("pool-unguarded", works, "unguarded task", fork),
	)
}
