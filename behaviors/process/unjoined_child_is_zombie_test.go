package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestUnjoinedChildIsZombie(t *testing.T) {
	const id = "process-unjoined-child-is-zombie"
	appears := func(r *mutation.Recording) { r.AddRow("unjoined", platform.Process{PID: r.PID("named")}) }
	mutation.Check(t,
		mutation.Mutant{
			Name: "there is no zombie", In: in(conformance.Spawn, conformance.Fork),
			Change: func(r *mutation.Recording) { r.RemoveProcess(r.PID("named")) },
			Fails:  map[string]string{id: "the process table must have the ended child as a zombie"},
		},
		mutation.Mutant{
			Name: "a child that has ended is alive", In: in(conformance.Spawn, conformance.Fork),
			Change: func(r *mutation.Recording) { r.Row("unjoined", r.PID("named")).State = platform.Alive },
			Fails:  map[string]string{id: "the ended child must not be alive"},
		},
		mutation.Mutant{
			Name: "a server leaves a zombie", In: in(conformance.Forkserver), Change: appears,
			Fails: map[string]string{id: "the process table must not have the ended child"},
		},
		mutation.Mutant{
			Name: "there is a zombie on Windows", In: in(conformance.Spawn).On(mutation.Windows), Change: appears,
			Fails: map[string]string{id: "the process table must not have the ended child"},
		},
	)
}
