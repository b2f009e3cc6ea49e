package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetMethodOnContext(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "set_start_method() of a context succeeds", In: in(),
		Change:  func(r *mutation.Recording) { r.Accept(conformance.Main, "choose in the context") },
		Changes: []string{"context-set-method-on-context"},
	})
}
