package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

const unguarded = "sing-dance-unguarded"

// importing are the start methods under which a child imports the main module.
func importing() []string { return []string{spawn, forkserver} }

func guardBehaviors() []Behavior {
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
		{
			ID: "guard-targets", Group: GroupGuard, Level: Core, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, the targets MUST NOT be run.",
			Sources:   []Source{spawnGuidelines()},
			Judge:     judgeTargetsUnrun,
		},
		{
			ID: "guard-bounded", Group: GroupGuard, Level: Core, Program: unguarded, Methods: importing(),
			Statement: "Without a main guard, nothing MUST run away: no process beyond the two children and one server runs the main module, and none is left.",
			Sources:   []Source{spawnGuidelines()},
			Judge:     judgeBounded,
		},
		{
			ID: "guard-body-runs", Group: GroupGuard, Level: Observation, Program: unguarded,
			Statement: "Without a main guard, how often and under which names the main module's body is run.",
			Sources:   []Source{{"undocumented", documentation}},
			Observe:   observeBodyRuns,
		},
		{
			ID: "guard-fork", Group: GroupGuard, Level: Core, Program: unguarded, Methods: []string{fork},
			Statement: "Under fork a program without a main guard MUST simply work.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeWorks,
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

func judgeTargetsUnrun(g types.Gomega, r *stage.Recording) {
	g.Expect(mainPID(r)).NotTo(gomega.BeZero(), "main must tell that it began")
	for _, role := range singAndDance() {
		g.Expect(told(r, "enter", role)).To(gomega.BeEmpty(), "%s's target", role)
		g.Expect(r.Stdout).NotTo(gomega.ContainSubstring(songs[role]), "%s's lines", role)
	}
}

// judgeBounded counts processes: main, two children, and a server that may import the main module once.
func judgeBounded(g types.Gomega, r *stage.Recording) {
	var ran []int
	for _, e := range told(r, "body", "") {
		if !slices.Contains(ran, e.PID) {
			ran = append(ran, e.PID)
		}
	}
	g.Expect(ran).NotTo(gomega.BeEmpty(), "main must tell that it began")
	most := 3
	if r.Method == forkserver {
		most++ // the server
	}
	g.Expect(len(ran)).To(gomega.BeNumerically("<=", most), "the processes that ran the main module's body: %v", ran)
	g.Expect(len(told(r, "started", ""))).To(gomega.BeNumerically("<=", 2), "the children that were started")
	g.Expect(names(r.Survivors)).To(gomega.BeEmpty(), "what had to be killed")
}

func names(processes []platform.Process) []string {
	var list []string
	for _, p := range processes {
		list = append(list, fmt.Sprintf("%d %s", p.PID, p.Name))
	}
	return list
}

// observeBodyRuns counts the runs of the main module's body by the module's name.
func observeBodyRuns(r *stage.Recording) string {
	count := map[string]int{}
	var order []string
	for _, e := range told(r, "body", "") {
		name := text(e, "name")
		if count[name]++; count[name] == 1 {
			order = append(order, name)
		}
	}
	if len(order) == 0 {
		return "none"
	}
	slices.Sort(order)
	for n, name := range order {
		order[n] = fmt.Sprintf("%s ×%d", name, count[name])
	}
	return strings.Join(order, ", ")
}

// judgeWorks asserts that both children came and went, and that main waited for them and ended well.
func judgeWorks(g types.Gomega, r *stage.Recording) {
	if _, ok := enter(g, r); !ok {
		return
	}
	for _, role := range singAndDance() {
		event(g, r, "leave", role)
		code, ok := exitcode(r, role)
		g.Expect(ok && code == 0).To(gomega.BeTrue(), "%s's exit status must be 0", role)
	}
	g.Expect(told(r, "error", "")).To(gomega.BeEmpty(), "errors")
	exitStatus(0)(g, r)
}
