package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestForkLockRefusedElsewhere(t *testing.T) {
	const id = "context-fork-lock-refused-elsewhere"
	importing := in(conformance.ImportingMain()...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "a child accepts a lock of the fork context", In: importing,
			Change: func(r *mutation.Recording) {
				r.Accept(conformance.Main, "start fork-lock")
				r.Insert(r.Index("last", conformance.Main), stage.Event{
					Event: "attempt", Role: conformance.Main, PID: r.MainPID(),
					Data: map[string]any{"what": "status fork-lock", "refused": false, "value": 0.0},
				})
			},
			Fails:   map[string]string{id: "the exit code of the child that was given the lock must not be 0"},
			Changes: []string{"context-lock-of-other-context"},
		},
		mutation.Mutant{
			Name: "a child works with a lock of the fork context", In: importing,
			Change: func(r *mutation.Recording) {
				e := r.First("leave", "own-lock")
				e.Role = "fork-lock"
				r.Insert(r.Index("last", conformance.Main), e)
			},
			Fails: map[string]string{id: "the child that was given the lock must not reach its end"},
		},
	)
}
