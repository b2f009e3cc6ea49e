package start_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestRunsForkHooks(t *testing.T) {
	for id, hook := range map[string]string{
		"start-runs-fork-hooks-before":   "before",
		"start-runs-fork-hooks-in-main":  "after_in_parent",
		"start-runs-fork-hooks-in-child": "after_in_child",
	} {
		reason := "the list of " + hook + " hooks that"
		is := func(e stage.Event) bool { return e.Event == "hook" && e.Data["hook"] == hook }
		mutation.CheckFails(t, hook+" hooks do not run", in(conformance.Fork), func(r *mutation.Recording) { r.Remove(is) }, id, reason)
		mutation.CheckFails(t, hook+" hooks run in another order", in(conformance.Fork), func(r *mutation.Recording) {
			other := map[any]string{"import": "guard", "guard": "import"}
			r.Each("hook", "", func(e *stage.Event) {
				if is(*e) {
					e.Data["registered"] = other[e.Data["registered"]]
				}
			})
		}, id, reason)
		mutation.CheckFails(t, hook+" hooks run in another process", in(conformance.Fork), func(r *mutation.Recording) {
			r.Each("hook", "", func(e *stage.Event) {
				if is(*e) {
					e.PID = mutation.UnknownPID
				}
			})
		}, id, reason)
	}
	mutation.CheckFails(t, "the hooks of a child run after its target has begun", in(conformance.Fork), func(r *mutation.Recording) {
		r.MoveBefore("enter", "first", "started", conformance.Main)
		n := r.Index("enter", "first")
		r.MoveIndex(n, 2)
	}, "start-runs-fork-hooks-in-child", "the list of after_in_child hooks that first runs before its target")
	mutation.CheckChanges(t, "the server runs no hooks", in(conformance.Forkserver), func(r *mutation.Recording) {
		r.RemoveEvents("hook", "")
	}, "start-runs-fork-hooks-in-server")
}
