package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestKindsByMethod(t *testing.T) {
	extra := func(r *mutation.Recording) { addHelper(r, "first", r.MainPID()); addHelper(r, "after", r.MainPID()) }
	mutation.Check(t,
		mutation.Mutant{
			Name: "there is one helper process too many", In: in(), Change: extra,
			Fails: map[string]string{
				"helper-kinds-by-method":      "the number of helper processes must be",
				"tracker-replaced-after-kill": "the number of helper processes must be",
			},
		},
		mutation.Mutant{
			Name: "there is a helper process on Windows", In: in(conformance.Spawn).On(mutation.Windows), Change: extra,
			Fails: map[string]string{"helper-kinds-by-method": "the number of helper processes must be 0; it is 1"},
		},
	)
}
