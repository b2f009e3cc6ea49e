package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestLockOfOtherContext(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "start() raises another error for a lock of the fork context", In: in(conformance.ImportingMain()...),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "start fork-lock", func(e *stage.Event) { e.Data["types"] = []any{"OSError"} })
		},
		Changes: []string{"context-lock-of-other-context"},
	})
}
