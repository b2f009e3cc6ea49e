package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestStartLeavesMethodUnset(t *testing.T) {
	const id = "context-start-leaves-method-unset"
	newest := mutation.By("cpython-3.15", "mixed-contexts")
	for _, what := range []string{"chosen at first", "chosen after the starts"} {
		mutation.Check(t, mutation.Mutant{
			Name: "a method is " + what, In: newest, Change: returned(what, conformance.Fork),
			Fails: map[string]string{id: `the attempt "` + what + `" of main must return nothing; it returned "fork"`},
		})
	}
}
