package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestNeverHappensUnderFork(t *testing.T) {
	const id = "pickle-never-happens-under-fork"
	mutation.Check(t, mutation.WrongReturn(id, "status reduced", 1.0, in(conformance.Fork), "")...)
	mutation.Check(t, mutation.Mutant{
		Name: "an argument is pickled under fork", In: in(conformance.Fork),
		Change: func(r *mutation.Recording) {
			e := r.First("attempt", conformance.Main)
			e.Data = map[string]any{"what": "reduce", "refused": false}
			r.Insert(r.Index("attempt", conformance.Main), e)
		},
		Fails: map[string]string{id: "the number of times that the argument is pickled must be 0; it is 1"},
	})
}
