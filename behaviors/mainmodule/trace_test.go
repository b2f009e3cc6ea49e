package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTrace(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises another error for a target in the main module", In: importing(),
		Change:  func(r *mutation.Recording) { refuseStart(r, "trace", "local", "AttributeError") },
		Changes: []string{"mainmodule-trace"},
	})
}
