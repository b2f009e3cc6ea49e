package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCommandString(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises an error for a target in the main module", In: importing(),
		Change:  func(r *mutation.Recording) { refuseStart(r, "command", "local", "PicklingError") },
		Changes: []string{"mainmodule-command-string"},
	})
}
