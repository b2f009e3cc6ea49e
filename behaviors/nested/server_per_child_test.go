package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestServerPerChild(t *testing.T) {
	const id = "nested-server-per-child"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the server of the main process forks the grandchildren too", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) { r.SetParent(r.PID("orphan"), r.First("enter", "intermediate").PPID) },
			Fails:  map[string]string{id: "the parent of the server of orphan"},
		},
		mutation.Mutant{
			Name: "each child of the main process has a server of its own", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				r.Each("enter", "child", func(e *stage.Event) { e.PPID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the server of the first child"},
		},
	)
}
