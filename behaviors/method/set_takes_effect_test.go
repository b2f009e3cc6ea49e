package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestSetTakesEffect(t *testing.T) {
	const id = "method-set-takes-effect"
	check := func(name string, scenes mutation.Scenes, change func(r *mutation.Recording), reason string) {
		mutation.Check(t, mutation.Mutant{Name: name, In: scenes, Change: change, Fails: map[string]string{id: reason}})
	}
	variable := func(value ...any) func(r *mutation.Recording) {
		return func(r *mutation.Recording) { r.SetData("enter", "child", "args", append([]any{}, value...)) }
	}
	const inChild = "the variable of the main module in the child must be"
	check("the child never runs", in(), func(r *mutation.Recording) { r.RemoveEvents("enter", "child") }, `child must report "enter" exactly once`)
	check("the process table is not read", in(), func(r *mutation.Recording) { r.RemoveTable("started") }, `the process table must be read at "started"`)
	check("the child is not in the process table", in(), func(r *mutation.Recording) { r.RemoveProcess(r.PID("child")) }, "the process table must have the child")
	check("the child is a zombie", in(), func(r *mutation.Recording) { r.Row("started", r.PID("child")).State = platform.Zombie }, "the process table must have the child")
	check("a forked child does not see a change", in(conformance.Fork), variable("as imported"), inChild)
	check("a spawned child sees a change", in(conformance.Spawn), variable("changed by main"), inChild)
	check("a server's child sees a change", in(conformance.Forkserver), variable("changed by main"), inChild)
	check("the child receives nothing", in(), variable(), inChild)
	check("what the child receives is not reported", in(), func(r *mutation.Recording) {
		r.Each("enter", "child", func(e *stage.Event) { delete(e.Data, "args") })
	}, inChild)
	check("the parent of a forked child is another process", in(conformance.Fork),
		func(r *mutation.Recording) { r.SetParent(r.PID("child"), mutation.UnknownPID) }, "the parent of a forked child must be the main process; it is process 999")
	check("the parent of a spawned child is another process", in(conformance.Spawn),
		func(r *mutation.Recording) { r.SetParent(r.PID("child"), mutation.UnknownPID) }, "the parent of a spawned child must be the main process; it is process 999")
	check("the parent of a launcher is another process", in(conformance.Spawn).On(mutation.WindowsLaunchers),
		func(r *mutation.Recording) { r.SetParent(r.First("enter", "child").PPID, mutation.UnknownPID) }, "the parent of a spawned child must be the main process")
	check("the parent of a server's child is the main process", in(conformance.Forkserver),
		func(r *mutation.Recording) { r.SetParent(r.PID("child"), r.MainPID()) }, "the parent of a server's child must not be the main process")
	check("the parent of a server's child is not a child of the main process", in(conformance.Forkserver),
		func(r *mutation.Recording) { r.SetParent(r.First("enter", "child").PPID, mutation.UnknownPID) }, "the server must be a child of the main process; it is a child of process 999")
}

func TestSetTakesEffectAsReported(t *testing.T) {
	const id = "method-set-takes-effect-as-reported"
	for _, role := range []string{conformance.Main, "child"} {
		mutation.Check(t,
			mutation.Mutant{
				Name: role + " reports another method than the one that was set", In: in(),
				Change: func(r *mutation.Recording) { r.SetData("method", role, "method", "another") },
				Fails:  map[string]string{id: "the start method in " + role + " must be"},
			},
			mutation.Mutant{
				Name: role + " does not report the method", In: in(),
				Change: func(r *mutation.Recording) { r.RemoveEvents("method", role) },
				Fails:  map[string]string{id: role + ` must report "method" exactly once`},
			},
		)
	}
}
