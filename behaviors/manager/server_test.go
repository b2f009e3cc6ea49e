package manager_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestServer(t *testing.T) {
	const uses, initializer, marker = "manager-server-uses-given-context", "manager-server-runs-initializer", "has the variable that main had set"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the server was forked", In: in(conformance.Spawn, conformance.Forkserver),
			Change: func(r *mutation.Recording) { set(r, "marker", "set in main") },
			Fails:  map[string]string{uses: marker},
		},
		mutation.Mutant{
			Name: "the server was not forked", In: in(conformance.Fork),
			Change: func(r *mutation.Recording) { set(r, "marker", nil) },
			Fails:  map[string]string{uses: marker},
		},
		mutation.Mutant{
			Name: "the parent of the server is main", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) { set(r, "ppid", float64(r.MainPID())) },
			Fails:  map[string]string{uses: "the parent of the worker in the attempt"},
		},
		mutation.Mutant{
			Name: "the initializer does not run", In: in(),
			Change: func(r *mutation.Recording) { set(r, "arguments", nil) },
			Fails:  map[string]string{initializer: `the initializer must receive "given" and 7`},
		},
		mutation.Refused(initializer, "start manager", in()),
	)
	mutation.CheckChanges(t, "the server does not ignore SIGINT", in(), func(r *mutation.Recording) { set(r, "ignores_interrupt", "no") },
		"manager-server-ignores-interrupt")
	mutation.CheckChanges(t, "the server has another name", in(),
		func(r *mutation.Recording) { r.SetReturned(conformance.Main, "manager name", []any{"Process"}) }, "manager-server-name")
}
