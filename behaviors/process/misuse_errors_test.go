package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMisuseErrors(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "terminate() before start() raises another error", In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "terminate unstarted", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
		},
		Changes: []string{"process-misuse-errors"},
	})
}
