package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestLockSharedWithChild(t *testing.T) {
	const id = "context-lock-shared-with-child"
	mutation.Check(t, mutation.WrongReturn(id, "status own-lock", 1.0, in(), "")...)
	mutation.Check(t,
		mutation.Unreported(id, "start own-lock", in()),
		mutation.Mutant{
			Name: "the child has another lock", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("attempt", "own-lock", func(e *stage.Event) { e.Data["value"] = true })
			},
			Fails: map[string]string{id: "the child must not acquire the lock that the main process holds"},
		},
	)
}
