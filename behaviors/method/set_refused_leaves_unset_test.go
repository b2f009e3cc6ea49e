package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetRefusedLeavesUnset(t *testing.T) {
	const id = "method-set-refused-leaves-unset"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a refused call sets the method", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("after-refusals", conformance.Main, "chosen", conformance.Fork) },
			Fails:  map[string]string{id: `no start method must be set after refused calls; it is "fork"`},
		},
		mutation.Mutant{
			Name: "what a refused call leaves is not reported", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("after-refusals", conformance.Main) },
			Fails:  map[string]string{id: `main must report "after-refusals" exactly once`},
		},
	)
}
