package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestAttributesInChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a child sees another command line", In: in(),
		Change:  func(r *mutation.Recording) { r.SetData("module", "module local", "arguments", []any{"-c"}) },
		Changes: []string{"mainmodule-attributes-in-child"},
	})
}
