package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestHandlerOrder(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a child runs a handler that it did not run before", In: in(conformance.Spawn),
		Change:  runHandler("first", "another"),
		Changes: []string{"atexit-handler-order"},
	})
}
