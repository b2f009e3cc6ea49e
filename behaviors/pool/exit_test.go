package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestExit(t *testing.T) {
	const id = "pool-exit-ends-worker"
	mutation.Check(t, mutation.WrongReturn(id, "pool process ends", false, exits(), "")...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process does not end", In: exits(),
			Change: func(r *mutation.Recording) {
				r.Each("ended", "", func(e *stage.Event) {
					if e.Data["ending"] == "pool" {
						e.Data["code"] = nil
					}
				})
			},
			Fails:   map[string]string{id: `the main process "pool" must end`},
			Changes: []string{"pool-exit-task-outcome"},
		},
		mutation.Mutant{
			Name: "the task runs its finally clauses", In: exits(),
			Change: func(r *mutation.Recording) {
				e := r.First("holding", "pool")
				e.Event = "finally"
				r.Insert(r.Index("last", conformance.Main), e)
			},
			Changes: []string{"pool-exit-task-outcome"},
		},
	)
}
