package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCloseWhileRunning(t *testing.T) {
	const raises, harmless = "process-close-while-running-raises", "process-close-while-running-harmless"
	accepted := mutation.Accepted(raises, "close running", in())
	accepted.Fails[harmless] = accepted.Fails[raises]
	mutation.Check(t,
		accepted,
		otherError(raises, "close running"),
		mutation.Mutant{
			Name: "close() ends the process", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("leave", observed) },
			Fails: map[string]string{
				harmless: `observed must report "leave" exactly once`, "args-changes-stay-in-child": `observed must report "leave" exactly once`,
				"process-join-timeout-returns": "the child must still run after the main process has checked it",
			},
		},
	)
}

func TestCloseAfterEnd(t *testing.T) {
	const id, useAfterClose = "process-close-after-end", "process-use-after-close-raises"
	for _, mutant := range []mutation.Mutant{
		mutation.Refused(id, "close joined", in()), mutation.Unreported(id, "close joined", in()),
	} {
		mutant.Fails[useAfterClose] = mutant.Fails[id]
		mutation.Check(t, mutant)
	}
}

func TestCloseTwiceHarmless(t *testing.T) {
	const id = "process-close-twice-harmless"
	mutation.Check(t, mutation.Refused(id, "close closed", in()), mutation.Unreported(id, "close closed", in()))
}
