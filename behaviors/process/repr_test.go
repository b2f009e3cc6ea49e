package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestRepr(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "repr() returns another text", In: in(),
		Change:  func(r *mutation.Recording) { r.SetReturned(conformance.Main, "repr running", "<Process>") },
		Changes: []string{"process-repr"},
	})
}
