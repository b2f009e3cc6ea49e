package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const unguarded = "sing-dance-unguarded"

// importing are the start methods under which a child imports the main module.
func importing() []string { return []string{spawn, forkserver} }

func guardBehaviors() []Behavior {
	return slices.Concat(guardErrorBehaviors(), guardRunBehaviors())
}

// guardErrorBehaviors are about the error, and who raises it.
func guardErrorBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "guard-error", Group: GroupGuard, Level: Core, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, a process that imports the main module and comes to start() MUST raise a RuntimeError that speaks of the bootstrapping phase.",
			Sources:   []Source{spawnGuidelines()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				errors := errorsOutsideMain(r)
				if g.Expect(errors).NotTo(gomega.BeEmpty(), "a process other than main must raise an error") {
					for _, e := range errors {
						g.Expect(classes(e)).To(gomega.ContainElement("RuntimeError"), "the error of process %d", e.PID)
						g.Expect(text(e, "message")).To(gomega.ContainSubstring("bootstrapping"), "the error of process %d", e.PID)
					}
				}
			},
		},
		{
			ID: "guard-each-child", Group: GroupGuard, Level: Extended, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, it SHOULD be each child that raises the error, and main SHOULD raise none.",
			Sources:   []Source{spawnGuidelines()},
			Judge:     judgeGuardEachChild,
		},
		{
			ID: "guard-phase", Group: GroupGuard, Level: Core, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, the error MUST be raised while the main module is imported, under another name than the program's own.",
			Sources:   []Source{spawnGuidelines()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				errors := errorsOutsideMain(r)
				g.Expect(errors).NotTo(gomega.BeEmpty(), "a process other than main must raise an error")
				for _, e := range errors {
					g.Expect(text(e, "phase")).To(gomega.Equal("body"), "the phase of process %d's error", e.PID)
					g.Expect(text(e, "name")).NotTo(gomega.BeElementOf("__main__", main), "the name of the module in process %d", e.PID)
				}
			},
		},
		{
			ID: "guard-child-status", Group: GroupGuard, Level: Core, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, each child MUST end with exit status 1, as after any error that nothing caught.",
			Sources:   []Source{spawnGuidelines(), processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range singAndDance() {
					code, ok := exitcode(r, role)
					if g.Expect(ok).To(gomega.BeTrue(), "main must have started %s and know its exit status", role) {
						g.Expect(code).To(gomega.Equal(1), "%s's exit status", role)
					}
				}
			},
		},
		{
			ID: "guard-parent-status", Group: GroupGuard, Level: Extended, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, main SHOULD end with exit status 0: it is its children that fail.",
			Sources:   []Source{spawnGuidelines(), {"observed on CPython 3.6 to 3.15: the documentation does not say which process raises", documentation}},
			Judge:     exitStatus(0),
		},
	}
}

// errorsOutsideMain lists the errors that processes other than main did not catch; none if it is not known who main is.
func errorsOutsideMain(r *stage.Recording) []stage.Event {
	if mainPID(r) == 0 {
		return nil
	}
	return slices.DeleteFunc(told(r, "error", ""), func(e stage.Event) bool { return e.PID == mainPID(r) })
}

func judgeGuardEachChild(g types.Gomega, r *stage.Recording) {
	var raised []int
	for _, e := range errorsOutsideMain(r) {
		raised = append(raised, e.PID)
	}
	started := told(r, "started", main)
	g.Expect(started).To(gomega.HaveLen(2), "the children that main started")
	for _, child := range started {
		g.Expect(raised).To(gomega.ContainElement(number(child, "child_pid")), "%s must raise the error", text(child, "child"))
	}
	g.Expect(told(r, "error", main)).To(gomega.BeEmpty(), "main's own errors")
}
