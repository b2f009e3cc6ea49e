package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStdin(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises an error for a target in the main module", In: importing(),
		Change:  func(r *mutation.Recording) { refuseStart(r, "stdin", "local", "PicklingError") },
		Changes: []string{"mainmodule-stdin"},
	})
}
