package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestUnsetUntilChosen(t *testing.T) {
	const id = "method-unset-until-chosen"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a method is set at the beginning", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("methods", conformance.Main, "chosen", conformance.Fork) },
			Fails:  map[string]string{id: `no start method must be set at the beginning; it is "fork"`},
		},
		mutation.Mutant{
			Name: "which method is set is not reported", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("methods", conformance.Main, func(e *stage.Event) { delete(e.Data, "chosen") })
			},
			Fails: map[string]string{id: "the main process must report which start method is set at the beginning"},
		},
	)
}
