package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPPIDIsChild(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the parent of a grandchild is the main process", In: in(),
			Change: func(r *mutation.Recording) { r.SetParent(r.PID("orphan"), r.MainPID()) },
			Fails: map[string]string{
				"nested-ppid-is-child": "the parent of orphan in the process table",
			},
		},
		mutation.Mutant{
			Name: "a grandchild reports another parent ID than it has", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("enter", "orphan", func(e *stage.Event) { e.PPID = mutation.UnknownPID })
			},
			Fails: map[string]string{
				"nested-ppid-is-child": "the parent ID that orphan reports",
			},
		},
	)
}
