package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSiblingsSharePPID(t *testing.T) {
	const id, different = "identity-siblings-share-ppid", "the parent ID of sing must be"
	mutation.Check(t,
		mutation.Mutant{
			Name: "only sing has a launcher", In: launchers(),
			Change: func(r *mutation.Recording) {
				spare := r.First("enter", "dance").PPID
				r.SetParent(r.PID("dance"), r.MainPID())
				r.RemoveProcess(spare)
			},
			Fails: map[string]string{id: different},
		},
		mutation.Mutant{
			Name: "only dance has a launcher", In: launchers(),
			Change: func(r *mutation.Recording) {
				spare := r.First("enter", "sing").PPID
				r.SetParent(r.PID("sing"), r.MainPID())
				r.RemoveProcess(spare)
			},
			Fails: map[string]string{id: different},
		},
		mutation.Mutant{
			Name: "the launchers are not children of the main process", In: launchers(),
			Change: func(r *mutation.Recording) {
				for _, role := range roles() {
					r.SetParent(r.First("enter", role).PPID, mutation.UnknownPID)
				}
			},
			Fails:   map[string]string{id: different, "identity-ppid-is-main": "the parent ID that sing reports"},
			Changes: []string{"helper-count-while-children-run"},
		},
	)
}
