package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestChangesStayInChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a change in the child reaches the main process", In: lifecycle(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "list", func(e *stage.Event) {
				e.Data["value"] = append(e.Data["value"].([]any), "changed by the child")
			})
		},
		Fails: map[string]string{"args-changes-stay-in-child": "the argument in the main process must be"},
	})
}
