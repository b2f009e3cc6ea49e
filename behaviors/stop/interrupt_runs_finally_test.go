package stop_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptRunsFinally(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "an interrupted child does not run its finally clause", In: interrupting(),
		Change: func(r *mutation.Recording) { r.RemoveEvents("finally", "interrupted") },
		Fails:  map[string]string{"stop-interrupt-runs-finally": `interrupted must report "finally" exactly once`},
	}, mutation.Mutant{
		Name: "the target returns instead of being interrupted", In: interrupting(),
		Change: reaches("interrupted", "leave", "", "").Change,
		Fails: map[string]string{
			"stop-interrupt-runs-finally": "the interrupt must end the target; the target returned",
			"stop-interrupt-exitcode":     "the target of the child that was interrupted must not reach its end",
		},
	})
}
