package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestStartChildError(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the daemon gets another error", In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt("daemon", "daemonic child", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
		},
		Changes: []string{"daemon-start-child-error"},
	})
}
