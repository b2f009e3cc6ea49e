package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestChildRunsOwnHandlers(t *testing.T) {
	const id, reason = "atexit-child-runs-own-handlers", "the handlers that the child ran must"
	order := []string{"atexit-handler-order"}
	skip := func(r *mutation.Recording) {
		r.Remove(func(e stage.Event) bool { return e.Event == "handler" && e.Data["kind"] == "atexit" })
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "a spawned child does not run its exit handler", In: in(conformance.Spawn), Change: skip,
			Fails: map[string]string{id: reason}, Changes: order,
		},
		mutation.Mutant{
			Name: "a child of the server does not run its exit handler in 3.15",
			In:   mutation.By("cpython-3.15", "helper-processes", conformance.Forkserver), Change: skip,
			Fails: map[string]string{id: reason}, Changes: order,
		},
		mutation.Mutant{
			Name: "a forked child runs its exit handler before 3.13, as it may", In: in(conformance.Fork, conformance.Forkserver),
			Change: runHandler("first", "atexit"), Changes: order,
		},
	)
}
