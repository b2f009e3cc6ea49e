package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestExceptionPrintedBeforeWaiting(t *testing.T) {
	const id, ending = "exit-exception-printed-before-waiting", parentexit.Exception
	mutation.Check(t,
		mutation.Mutant{
			Name: "the exception of the parent is not printed", In: parentexittest.In(),
			Change: func(r *mutation.Recording) { r.Stderr = "" },
			Fails:  map[string]string{id: "standard error must contain"},
		},
		mutation.Mutant{
			Name: "the parent reports its exception after it has waited for its child", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				parent := parentexittest.Entered(r, "parent", ending).PID
				r.MoveIndex(parentexittest.IndexOf(r, "error", parent), parentexittest.EndedIndex(r, ending))
			},
			Fails: map[string]string{id: "the parent must report its exception while its child runs"},
		},
		mutation.Mutant{
			Name: "the parent does not report its exception", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				parentexittest.RemoveEvent(r, "error", parentexittest.Entered(r, "parent", ending).PID)
			},
			Fails: map[string]string{
				id:                            "the parent must report its exception; it did not",
				"exit-status-after-exception": "the parent must raise an exception; it did not",
			},
		},
	)
}
