package stop_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptExitcode(t *testing.T) {
	const id = "stop-interrupt-exitcode"
	stopped := unreported("interrupt", id, "stop-interrupt-runs-finally")
	stopped.In = interrupting()
	mutation.Check(t, stopped,
		mutation.Mutant{
			Name: "the exit code of an interrupted child is that of the signal", In: interrupting(),
			Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "status interrupted", -2.0) },
			Fails:  map[string]string{id: "the exit code of the child that was interrupted must be 1; it is -2"},
		},
	)
}
