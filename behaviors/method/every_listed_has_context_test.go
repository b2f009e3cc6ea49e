package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestEveryListedHasContext(t *testing.T) {
	const id = "method-every-listed-has-context"
	mutation.Check(t,
		mutation.Refused(id, "context forkserver", in()),
		mutation.Unreported(id, "context fork", in()),
		mutation.Mutant{
			Name: "the result of get_context() is not reported", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, "context spawn", func(e *stage.Event) { delete(e.Data, "refused") })
			},
			Fails: map[string]string{id: `main must report whether the attempt "context spawn" was refused`},
		},
	)
}
