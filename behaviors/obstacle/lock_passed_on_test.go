package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestLockPassedOn(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child cannot start its own child", In: in(), Change: func(r *mutation.Recording) {
				r.RemoveEvents("passed", "child")
				r.RemoveEvents("took", "grandchild")
				r.SetReturned(conformance.Main, "pass lock on", 1)
			},
			Fails: map[string]string{"obstacle-lock-passed-on": "it returned 1"},
		},
		mutation.Mutant{
			Name: "the grandchild fails", In: in(), Change: func(r *mutation.Recording) { r.SetData("passed", "child", "exitcode", 1) },
			Fails: map[string]string{"obstacle-lock-passed-on": "the exit code of the child's own child must be 0; it is 1"},
		},
		mutation.Mutant{
			Name: "the grandchild does not get the lock", In: in(), Change: func(r *mutation.Recording) { r.RemoveEvents("took", "grandchild") },
			Fails: map[string]string{"obstacle-lock-passed-on": `grandchild must report "took"`},
		},
	)
}
