package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestBootstrappingError(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the errors are of another class", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "types", []any{"OSError", "Exception"}) },
			Fails:  map[string]string{"guard-bootstrapping-error": `must include "RuntimeError"; it is ["OSError", "Exception"]`},
		},
		mutation.Mutant{
			Name: "the second error is of another class", In: importing(unguarded),
			Change: func(r *mutation.Recording) { secondError(r).Data["types"] = []any{"OSError", "Exception"} },
			Fails:  map[string]string{"guard-bootstrapping-error": "the error class of process"},
		},
		mutation.Mutant{
			Name: "the errors have another message", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "message", "no room") },
			Fails:  map[string]string{"guard-bootstrapping-error": `must contain "bootstrapping"; it is "no room"`},
		},
	)
}
