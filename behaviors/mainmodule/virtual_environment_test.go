package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestVirtualEnvironment(t *testing.T) {
	const id = "mainmodule-virtual-environment"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a child runs outside of the virtual environment", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("module", "venv local", "virtual", false) },
			Fails:  map[string]string{id: "whether the child is in a virtual environment must be true; it is false"},
		},
		mutation.Mutant{
			Name: "the main process is not in a virtual environment", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("module", "venv", "virtual", false) },
			Fails:  map[string]string{id: "whether the main process is in a virtual environment must be true"},
		},
	)
}
