package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestFrozen(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the main module runs again in the child", In: by315(conformance.Spawn),
		Change: func(r *mutation.Recording) { failBeforeTarget(r, "frozen", "local", "RuntimeError") },
		Fails:  map[string]string{"mainmodule-frozen": outcomeOf("local", "frozen") + ` must be "runs"; it is "RuntimeError"`},
	})
}
