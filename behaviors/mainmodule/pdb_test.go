package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPdb(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises an error under pdb", In: by315(),
		Change: func(r *mutation.Recording) { refuseStart(r, "pdb", "local", "AttributeError") },
		Fails:  map[string]string{"mainmodule-pdb": outcomeOf("local", "pdb") + ` must be "runs"; it is "start() raises AttributeError"`},
	})
}
