package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestRefusedStartLeavesProcessUnstarted(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a process whose start was refused has an exitcode", In: importing(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "state refused", func(e *stage.Event) { e.Data["value"].(map[string]any)["exitcode"] = 1.0 })
		},
		Fails: map[string]string{"pickle-refused-start-leaves-process-unstarted": `the exitcode of a process in the state "refused" must be nothing`},
	})
}

func TestRefusedStartCanBeRepeated(t *testing.T) {
	const id = "pickle-refused-start-can-be-repeated"
	mutation.Check(t, mutation.WrongReturn(id, "status replaced-attribute", 1.0, importing(), "")...)
	mutation.Check(t,
		mutation.Accepted(id, "start with unpicklable attribute", importing()),
		mutation.Unreported(id, "start with replaced attribute", importing()),
		mutation.Mutant{
			Name: "the replaced attribute does not reach the child", In: importing(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "replaced-attribute", "args", []any{nil}) },
			Fails:  map[string]string{id: "the attribute in the child"},
		},
	)
}

func TestRefusedStartLeavesNoProcess(t *testing.T) {
	const id = "pickle-refused-start-leaves-no-process"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a refused start leaves a process", In: importing(),
			Change: func(r *mutation.Recording) {
				r.AddRow("after", platform.Process{PID: mutation.UnknownPID, PPID: r.MainPID()})
			},
			Fails: map[string]string{id: "no process must be new after start() has raised errors; process 999 is new"},
		},
		mutation.Mutant{
			Name: "the process table is not read before the refused starts", In: importing(),
			Change: func(r *mutation.Recording) { r.RemoveTable("before") },
			Fails:  map[string]string{id: `the process table must be read at "before"`},
		},
	)
}
