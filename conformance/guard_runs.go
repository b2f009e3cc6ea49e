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

// guardRunBehaviors are about what is run without a main guard, and what is not.
func guardRunBehaviors() []Behavior {
	return []Behavior{
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
