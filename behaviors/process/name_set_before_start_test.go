package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestNameSetBeforeStart(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child has another name", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "named", "process", "as made") },
			Fails:  map[string]string{"process-name-set-before-start": "the name of the process in the child"},
		},
		mutation.Mutant{
			Name: "the parent has another name", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("started", conformance.Main, func(e *stage.Event) {
					if e.Data["child"] == "named" {
						e.Data["process"] = "as made"
					}
				})
			},
			Fails: map[string]string{"process-name-set-before-start-in-parent": "the name of the process in the parent"},
		},
	)
}
