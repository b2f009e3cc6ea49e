package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUses(t *testing.T) {
	const marker = "has the variable that main had set"
	for what, id := range map[string]string{"given context": "pool-uses-given-context", "chosen context": "pool-uses-chosen-method"} {
		mutation.Check(t,
			mutation.Mutant{
				Name: "the worker in " + what + " was forked", In: in(conformance.Spawn, conformance.Forkserver),
				Change: func(r *mutation.Recording) { set(r, what, "marker", "set in main") },
				Fails:  map[string]string{id: marker},
			},
			mutation.Mutant{
				Name: "the worker in " + what + " was not forked", In: in(conformance.Fork),
				Change: func(r *mutation.Recording) { set(r, what, "marker", nil) },
				Fails:  map[string]string{id: marker},
			},
			mutation.Mutant{
				Name: "the parent of the worker in " + what + " is main", In: in(conformance.Forkserver),
				Change: func(r *mutation.Recording) { set(r, what, "ppid", float64(r.MainPID())) },
				Fails:  map[string]string{id: "the parent of the worker in the attempt"},
			},
		)
	}
	mutation.Check(t, mutation.Mutant{
		Name: "main is not the parent in the process table", In: in(conformance.Spawn, conformance.Fork),
		Change: func(r *mutation.Recording) { r.Row("workers", pid(r, "left")).PPID = 1 },
		Fails:  map[string]string{"pool-uses-given-context": "whether main is the parent of the worker of the task left"},
	})
}
