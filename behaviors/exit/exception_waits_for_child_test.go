package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestExceptionWaitsForChild(t *testing.T) {
	const id, ending = "exit-exception-waits-for-child", parentexit.Exception
	mutation.Check(t,
		mutation.Mutant{
			Name: "the parent ends before its child", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				child := parentexittest.Entered(r, "child", ending).PID
				r.MoveIndex(parentexittest.EndedIndex(r, ending), parentexittest.IndexOf(r, "leave", child))
			},
			Fails: map[string]string{id: "the parent must end after its child"},
		},
		mutation.Mutant{
			Name: "the parent is not alive while its child runs", In: parentexittest.In(),
			Change: func(r *mutation.Recording) { r.RemoveProcess(parentexittest.Entered(r, "parent", ending).PID) },
			Fails:  map[string]string{id: "the parent must be alive while its child runs"},
		},
	)
}
