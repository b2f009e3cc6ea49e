package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestPPIDIsMain(t *testing.T) {
	const id = "identity-ppid-is-main"
	helpers := []string{"helper-count-while-children-run"}
	mutation.Check(t,
		mutation.Mutant{
			Name: "one launcher starts both children", In: launchers(),
			Change: func(r *mutation.Recording) {
				spare := r.First("enter", "dance").PPID
				r.SetParent(r.PID("dance"), r.First("enter", "sing").PPID)
				r.RemoveProcess(spare)
			},
			Fails: map[string]string{id: "the parent ID that sing reports"}, Changes: helpers,
		},
		mutation.Mutant{
			Name: "another process than the main process starts the children", In: in(conformance.Spawn, conformance.Fork),
			Change: func(r *mutation.Recording) {
				r.AddRow("together", platform.Process{PID: mutation.UnknownPID, PPID: r.MainPID(), Name: "server"})
				for _, role := range roles() {
					r.SetParent(r.PID(role), mutation.UnknownPID)
				}
			},
			Fails: map[string]string{id: "the parent ID that sing reports"}, Changes: helpers,
		},
	)
}

func TestPPIDIsServer(t *testing.T) {
	const id = "identity-ppid-is-server"
	forkserver := in(conformance.Forkserver)
	helpers := []string{"helper-count-while-children-run"}
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process is the server", In: forkserver,
			Change: func(r *mutation.Recording) {
				for _, role := range roles() {
					r.SetParent(r.PID(role), r.MainPID())
				}
			},
			Fails: map[string]string{id: "the parent of sing in the process table must not be"},
		},
		mutation.Mutant{
			Name: "there are two servers", In: forkserver,
			Change: func(r *mutation.Recording) {
				r.AddRow("together", platform.Process{PID: mutation.UnknownPID, PPID: r.MainPID(), Name: "server"})
				r.SetParent(r.PID("dance"), mutation.UnknownPID)
			},
			Fails: map[string]string{
				id: "the parent of dance in the process table", "identity-siblings-share-ppid": "the parent ID of sing must be",
			},
			Changes: helpers,
		},
		mutation.Mutant{
			Name: "the server is not a child of the main process", In: forkserver,
			Change: func(r *mutation.Recording) { r.SetParent(r.First("enter", "sing").PPID, 1) },
			Fails:  map[string]string{id: "the parent of the server in the process table"},
		},
		mutation.Mutant{
			Name: "the server is not in the process table", In: forkserver,
			Change:  func(r *mutation.Recording) { r.RemoveProcess(r.First("enter", "sing").PPID) },
			Fails:   map[string]string{id: "the parent of the server in the process table"},
			Changes: helpers,
		},
	)
}
