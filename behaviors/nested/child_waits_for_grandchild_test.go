package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildWaitsForGrandchild(t *testing.T) {
	const id, exitcode = "nested-child-waits-for-grandchild", "nested-child-waits-for-grandchild-exitcode"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child ends while its own child runs", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveProcess(r.PID("child")) },
			Fails:  map[string]string{id: "the child must be alive while its own child runs"},
		},
		mutation.Mutant{
			Name: "the child is joined before its own child leaves", In: in(),
			Change: func(r *mutation.Recording) { r.MoveIndex(r.JoinedIndex("child"), r.Index("leave", "grandchild")) },
			Fails:  map[string]string{id: `"leave" of grandchild must come before "joined" of main`},
		},
		mutation.Mutant{
			Name: "the child has exit code 1", In: in(),
			Change: func(r *mutation.Recording) { r.SetJoinedExitCode("child", 1) },
			Fails:  map[string]string{exitcode: "the exit code of the child must be 0; it is 1"},
		},
		mutation.Mutant{
			Name: "the target of the child does not return", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("leave", "child") },
			Fails:  map[string]string{id: `child must report "leave"`, exitcode: `child must report "leave"`},
		},
		mutation.Mutant{
			Name: "the child is not joined", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveJoined("child") },
			Fails:  map[string]string{id: "the main process must join child", exitcode: "the main process must join child"},
		},
	)
}
