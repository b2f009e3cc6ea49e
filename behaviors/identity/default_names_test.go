package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestDefaultNames(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "sing has another name in the main process", In: in(),
			Change: func(r *mutation.Recording) { r.First("started", conformance.Main).Data["process"] = "Process-0" },
			Fails:  map[string]string{"identity-default-names-in-parent": `the name of sing in the main process must be "Process-1"; it is "Process-0"`},
		},
		mutation.Mutant{
			Name: "dance has another name in the child", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "dance", "process", "Process-1") },
			Fails:  map[string]string{"identity-default-names": `the name of dance in the child must be "Process-2"; it is "Process-1"`},
		},
	)
}
