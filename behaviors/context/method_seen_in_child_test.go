package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMethodSeenInChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "no method is set in the children", In: in(),
		Change: func(r *mutation.Recording) {
			for _, method := range []string{conformance.Spawn, conformance.Fork, conformance.Forkserver} {
				r.Each("attempt", method, func(e *stage.Event) { e.Data["value"] = nil })
			}
		},
		Changes: []string{"context-method-seen-in-child"},
	})
}
