package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestStatusIndependentOfChildren(t *testing.T) {
	const id = "exit-status-independent-of-children"
	set := func(ending string, code float64) func(r *mutation.Recording) {
		return func(r *mutation.Recording) { r.Events[parentexittest.EndedIndex(r, ending)].Data["code"] = code }
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "a killed parent ends with exit status 0", In: parentexittest.In(), Change: set(parentexit.Kill, 0),
			Fails: map[string]string{id: "kill: the exit status of the parent must be"},
		},
		mutation.Mutant{
			Name: "a terminated parent ends on Windows as on POSIX", In: parentexittest.In(conformance.Spawn).On(mutation.Windows),
			Change: set(parentexit.Terminate, -15),
			Fails:  map[string]string{id: "terminate: the exit status of the parent must be 1; it is -15"},
		},
	)
}
