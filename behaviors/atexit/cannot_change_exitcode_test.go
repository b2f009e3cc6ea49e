package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestCannotChangeExitcode(t *testing.T) {
	const id = "atexit-cannot-change-exitcode"
	judged := append(in(conformance.Spawn), mutation.By("cpython-3.15", "helper-processes")...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "an exit handler changes the exit code", In: judged,
			Change: func(r *mutation.Recording) { r.SetJoinedExitCode("third", 9) },
			Fails:  map[string]string{id: "the exit code of the child must be 0; it is 9"},
		},
		mutation.Mutant{
			Name: "the child is not joined", In: judged,
			Change: func(r *mutation.Recording) { r.RemoveJoined("third") },
			Fails:  map[string]string{id: "the main process must join the child"},
		},
	)
}
