package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestListOrTupleAccepted(t *testing.T) {
	const id = "args-list-or-tuple-accepted"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a tuple of arguments is taken as one argument", In: lifecycle(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "named", "args", []any{[]any{"in a tuple"}}) },
			Fails:  map[string]string{id: "what the child received from a tuple must be"},
		},
		mutation.Mutant{
			Name: "a list of arguments is lost", In: lifecycle(),
			Change: func(r *mutation.Recording) { r.SetData("enter", observed, "args", []any{}) },
			Fails: map[string]string{
				id:                       "the child must receive the one element of the list args; it received an empty list",
				"args-captured-at-start": "what the child received",
			},
		},
	)
}
