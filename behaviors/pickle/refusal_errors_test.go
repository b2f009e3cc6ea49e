package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestRefusalErrors(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises another error for a generator", In: importing(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "start generator", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
		},
		Changes: []string{"pickle-refusal-errors"},
	})
}
