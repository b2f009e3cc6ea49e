package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestBootstrappingError(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the errors have another message", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "message", "no room") },
			Fails:  map[string]string{"guard-bootstrapping-error": `must contain "bootstrapping"; it is "no room"`},
		},
	)
}
