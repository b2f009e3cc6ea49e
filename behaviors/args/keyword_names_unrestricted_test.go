package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestKeywordNamesUnrestricted(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a keyword argument is taken for a parameter of Process()", In: lifecycle(),
		Change: func(r *mutation.Recording) {
			r.Each("enter", observed, func(e *stage.Event) { delete(e.Data["kwargs"].(map[string]any), "name") })
		},
		Fails: map[string]string{"args-keyword-names-unrestricted": "the child must receive the keyword arguments"},
	})
}
