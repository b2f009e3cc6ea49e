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
	})
}
