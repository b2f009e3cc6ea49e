package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestCapturedAtStart(t *testing.T) {
	const id = "args-captured-at-start"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child receives its arguments as they were when the process was made", In: lifecycle(),
			Change: func(r *mutation.Recording) { r.SetData("enter", observed, "args", []any{[]any{"as made"}}) },
			Fails:  map[string]string{id: "what the child received must be"},
		},
		mutation.Mutant{
			Name: "a change in the main process reaches the running child", In: lifecycle(),
			Change: func(r *mutation.Recording) {
				r.Each("attempt", observed, func(e *stage.Event) {
					e.Data["value"] = []any{"as made", "changed before the start", "changed after the start"}
				})
			},
			Fails: map[string]string{id: "the argument in the child after the main process changed it"},
		},
	)
}
