package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMethodsRunTogether(t *testing.T) {
	const id = "context-methods-run-together"
	check := func(name string, change func(r *mutation.Recording), reason string) {
		mutation.Check(t, mutation.Mutant{Name: name, In: in(), Change: change, Fails: map[string]string{id: reason}})
	}
	for method, wrong := range map[string]string{
		conformance.Fork: "as imported", conformance.Spawn: "changed by main", conformance.Forkserver: "changed by main",
	} {
		check("the context of "+method+" uses another method", func(r *mutation.Recording) {
			r.SetData("enter", method, "args", []any{wrong})
		}, "the variable of the main module in the child of "+method)
	}
	check("the children do not run together", func(r *mutation.Recording) { r.RemoveProcess(r.PID(conformance.Spawn)) },
		"the child of spawn must be alive together with the others")
	check("the parent of the server's child is the main process", func(r *mutation.Recording) {
		r.SetParent(r.PID(conformance.Forkserver), r.MainPID())
	}, "the parent of the child of forkserver must not be the main process")
	for _, method := range []string{conformance.Fork, conformance.Spawn} {
		check("the parent of the child of "+method+" is another process", func(r *mutation.Recording) {
			r.SetParent(r.PID(method), mutation.UnknownPID)
		}, "the parent of the child of "+method+" must be the main process; it is process 999")
	}
}
