package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestDefaultObserved(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the default is an unknown method", In: in(),
		Change: func(r *mutation.Recording) {
			r.Implementation.Default = "vfork"
			r.SetData("methods", conformance.Main, "methods", []any{"vfork", conformance.Spawn, conformance.Fork, conformance.Forkserver})
		},
		Fails:   map[string]string{"method-default-matches-documentation": `it is "vfork"`},
		Changes: []string{"method-default-observed"},
	})
}
