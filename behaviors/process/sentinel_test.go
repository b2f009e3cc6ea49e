package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSentinelNotReadyWhileRunning(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-sentinel-not-ready-while-running", "sentinel running", true, in(), "")...)
}

func TestSentinelReadyAtEnd(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-sentinel-ready-at-end", "sentinel ended", false, in(), "")...)
}

func TestSentinelOfSeveral(t *testing.T) {
	const id = "process-sentinel-of-several"
	for _, wrong := range [][]any{{false, true}, {true, true}, {false, false}} {
		mutation.Check(t, mutation.WrongReturn(id, "sentinels of both", wrong, in(), "")...)
	}
	mutation.Check(t, mutation.Mutant{
		Name: "the child that stays has ended before", In: in(),
		Change: func(r *mutation.Recording) { r.MoveBefore("leave", "staying", "body", conformance.Main) },
		Fails:  map[string]string{id: `must come before "leave" of staying`},
	})
}
