package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSkippedWhenTerminated(t *testing.T) {
	const id = "atexit-skipped-when-terminated"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a terminated child runs its exit handler", In: in(), Change: runHandler("second", "atexit"),
			Fails: map[string]string{id: "the terminated child must not run a handler; it ran atexit"},
		},
		mutation.Mutant{
			Name: "the terminated child is not joined", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveJoined("second") },
			Fails:  map[string]string{id: "the main process must join the terminated child"},
		},
	)
}
