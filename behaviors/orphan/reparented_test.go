package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

// reparent gives an orphan another parent after its own has ended.
func reparent(role, ending string, parent int) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		pid := parentexittest.Entered(r, role, ending).PID
		r.Row("survivors", pid).PPID = parent
		r.Events[parentexittest.IndexOf(r, "leave", pid)].PPID = parent
	}
}

func TestReparented(t *testing.T) {
	const id, server = "orphan-reparented", "orphan-server-outlives-main"
	mutation.Check(t,
		mutation.Mutant{
			Name: "an orphan has another parent than init", In: parentexittest.In(),
			Change: reparent("daemon", parentexit.Kill, mutation.UnknownPID),
			Fails:  map[string]string{id: "kill: the new parent of the daemon", server: "kill: the parent of the daemon in the process table"},
		},
		mutation.Mutant{
			Name: "an orphan has a new parent on Windows", In: parentexittest.In(conformance.Spawn).On(mutation.Windows),
			Change: reparent("child", parentexit.OSExit, 1),
			Fails:  map[string]string{"orphan-reparented-not-on-windows": "os-exit: the parent ID that the child reports"},
		},
		mutation.Mutant{
			Name: "an orphan reports another parent ID than the system", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				pid := parentexittest.Entered(r, "child", parentexit.Kill).PID
				r.Events[parentexittest.IndexOf(r, "leave", pid)].PPID = mutation.UnknownPID
			},
			Fails: map[string]string{id: "kill: the parent ID that the child reports", server: "kill: the parent ID that the child reports"},
		},
	)
}
