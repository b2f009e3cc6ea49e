package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestInitializer(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the initializer does not run in the second worker", In: in(),
			Change: func(r *mutation.Recording) { set(r, "right", "arguments", nil) },
			Fails:  map[string]string{"executor-initializer-runs-in-each-worker": "what the initializer has left for the task right"},
		},
		mutation.Mutant{
			Name: "the initializer receives the arguments in another order", In: in(),
			Change: func(r *mutation.Recording) { set(r, "given context", "arguments", []any{7.0, "given"}) },
			Fails:  map[string]string{"executor-initializer-receives-arguments": `the initializer must receive "given" and 7`},
		},
	)
	mutation.Check(t, refused("executor-initializer-failure-breaks-pending-task", "task after failed initializer", "BrokenProcessPool")...)
	mutation.Check(t, refused("executor-initializer-failure-refuses-submit", "submit after failed initializer", "BrokenProcessPool")...)
}
