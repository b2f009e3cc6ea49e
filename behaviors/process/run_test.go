package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestRunCalledDirectly(t *testing.T) {
	const id, startsNothing = "process-run-called-directly", "process-run-called-directly-starts-nothing"
	unreported := mutation.Unreported(id, "run", in())
	unreported.Fails[startsNothing] = unreported.Fails[id]
	mutation.Check(t,
		unreported,
		reported(startsNothing, "run directly", "pid", float64(mutation.UnknownPID)),
		mutation.Mutant{
			Name: "run() starts a process", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("enter", "direct", func(e *stage.Event) { e.PID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the process that ran the target"},
		},
	)
}

func TestRunOverridden(t *testing.T) {
	const id = "process-run-overridden"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a method that overrides run() runs in the main process", In: in(),
			Change: func(r *mutation.Recording) {
				main := r.MainPID()
				r.Each("enter", "overriding", func(e *stage.Event) { e.PID = main })
			},
			Fails: map[string]string{
				id:                                   "the process that ran the method",
				"process-active-children-reap-ended": "the process table must not have the ended child after active_children()",
			},
		},
		mutation.Mutant{
			Name: "the object arrives without its attributes", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "overriding", "args", []any{}) },
			Fails:  map[string]string{id: "the attribute of the object in the child"},
		},
	)
}
