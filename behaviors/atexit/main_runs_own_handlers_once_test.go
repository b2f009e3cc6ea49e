package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMainRunsOwnHandlersOnce(t *testing.T) {
	const id = "atexit-main-runs-own-handlers-once"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process does not run its exit handler", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("handler", conformance.Main) },
			Fails:  map[string]string{id: "it ran it 0 times"},
		},
		mutation.Mutant{
			Name: "the main process runs its exit handler twice", In: in(),
			Change: func(r *mutation.Recording) { r.Duplicate("handler", conformance.Main) },
			Fails:  map[string]string{id: "it ran it 2 times"},
		},
	)
}
