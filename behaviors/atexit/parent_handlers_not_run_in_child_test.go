package atexit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestParentHandlersNotRunInChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a child runs the exit handler of the main process", In: in(), Change: runHandler("third", conformance.Main),
		Fails: map[string]string{"atexit-parent-handlers-not-run-in-child": "no other process must run the exit handler of the main process"},
	})
}
