package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestParentProcessIsMain(t *testing.T) {
	const id = "identity-parent-process-is-main"
	mutation.Check(t,
		mutation.Mutant{
			Name: "parent_process() in sing is another process", In: in(),
			Change: func(r *mutation.Recording) {
				r.SetData("enter", "sing", "parent_process", float64(mutation.UnknownPID))
			},
			Fails: map[string]string{id: "the pid of parent_process() in sing"},
		},
		mutation.Mutant{
			Name: "parent_process() in dance is the server", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				r.SetData("enter", "dance", "parent_process", float64(r.First("enter", "dance").PPID))
			},
			Fails: map[string]string{id: "the pid of parent_process() in dance"},
		},
		mutation.Mutant{
			Name: "parent_process() is None in the children", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "", "parent_process", nil) },
			Fails:  map[string]string{id: "the pid of parent_process() in sing"},
		},
	)
}
