package pickle_test

import (
	"slices"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// reduce returns the index of the event with which the argument reports that it is pickled.
func reduce(r *mutation.Recording) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Data["what"] == "reduce" })
}

func TestHappensInStart(t *testing.T) {
	const id = "pickle-happens-in-start"
	mutation.Check(t, mutation.WrongReturn(id, "status reduced", 1.0, importing(), "")...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "an argument is pickled twice", In: importing(),
			Change: func(r *mutation.Recording) { r.Insert(reduce(r), r.Events[reduce(r)]) },
			Fails:  map[string]string{id: "the number of times that the argument is pickled must be 1; it is 2"},
		},
		mutation.Mutant{
			Name: "an argument is not pickled", In: importing(),
			Change: func(r *mutation.Recording) { r.Events = slices.Delete(r.Events, reduce(r), reduce(r)+1) },
			Fails:  map[string]string{id: "the number of times that the argument is pickled must be 1; it is 0"},
		},
		mutation.Mutant{
			Name: "an argument is pickled after start()", In: importing(),
			Change: func(r *mutation.Recording) { r.MoveIndex(reduce(r), r.Index("last", conformance.Main)) },
			Fails:  map[string]string{id: "the argument must be pickled before start() returns"},
		},
		mutation.Mutant{
			Name: "an argument is pickled in another process", In: importing(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, "reduce", func(e *stage.Event) { e.PID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the main process must pickle the argument"},
		},
	)
}
