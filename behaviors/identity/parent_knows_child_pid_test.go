package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestParentKnowsChildPID(t *testing.T) {
	const id = "identity-parent-knows-child-pid"
	for _, role := range roles() {
		mutation.Check(t, mutation.Mutant{
			Name: "the main process has another pid of " + role, In: in(),
			Change: func(r *mutation.Recording) { setChildPID(r, role, float64(mutation.UnknownPID)) },
			Fails:  map[string]string{id: "the pid of " + role + " in the main process"},
		})
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process has no pids", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("started", conformance.Main, "child_pid", nil) },
			Fails:  map[string]string{id: "the pid of sing in the main process"},
		},
		mutation.Mutant{
			Name: "the main process has the pids of the launchers", In: launchers(),
			Change: func(r *mutation.Recording) {
				for _, role := range roles() {
					setChildPID(r, role, float64(r.First("enter", role).PPID))
				}
			},
			Fails: map[string]string{id: "the pid of sing in the main process"},
		},
		mutation.Mutant{
			Name: "the main process reports the children in the other order", In: in(),
			Change: func(r *mutation.Recording) {
				first := r.Index("started", conformance.Main)
				r.MoveIndex(first, len(r.Events))
			},
			Fails: map[string]string{id: `child number 1 that the main process started must be "sing"`},
		},
		mutation.Mutant{
			Name: "the main process starts one more child", In: in(),
			Change: func(r *mutation.Recording) {
				e := r.First("started", conformance.Main)
				e.Data = map[string]any{"child": "act", "child_pid": float64(mutation.UnknownPID), "process": "Process-3"}
				r.Insert(r.Index("last", conformance.Main), e)
			},
			Fails: map[string]string{id: "the main process must start 2 children; it started 3"},
		},
		mutation.Mutant{
			Name: "the main process reports only one child", In: in(),
			Change: func(r *mutation.Recording) {
				r.Remove(func(e stage.Event) bool { return e.Event == "started" && e.Data["child"] == "dance" })
			},
			Fails: map[string]string{
				id:                                 "the main process must start 2 children; it started 1",
				"identity-default-names-in-parent": "the main process must report exactly once that it started dance",
			},
		},
		mutation.Mutant{
			Name: "one child is reported with the role of the other", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("started", conformance.Main, "child", "sing") },
			Fails: map[string]string{
				id:                                 `child number 2 that the main process started must be "dance"`,
				"identity-default-names-in-parent": "the main process must report exactly once that it started sing",
			},
		},
	)
}
