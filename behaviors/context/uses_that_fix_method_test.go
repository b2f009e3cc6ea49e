package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUsesThatFixMethod(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "making a lock sets no method", In: in(), Change: returned("chosen after Lock()", nil),
		Changes: []string{"context-uses-that-fix-method"},
	})
}
