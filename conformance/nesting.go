package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// descent says who started whom in the program nesting.
var descent = []struct{ role, parent, name string }{
	{child, main, "Process-1"},
	{"grandchild", child, "Process-1:1"},
	{"middle", main, "Process-2"},
	{"orphan", "middle", "Process-2:1"},
}

func nestingBehaviors() []Behavior {
	const program = "nesting"
	return []Behavior{
		{
			ID: "nested-names", Group: GroupNesting, Level: Core, Program: program,
			Statement: "The default name of a grandchild MUST be its parent's with its own number among that one's children.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, d := range descent {
					if entered, ok := event(g, r, "enter", d.role); ok {
						g.Expect(text(entered, "process")).To(gomega.Equal(d.name), "%s's name", d.role)
					}
				}
			},
		},
		{
			ID: "nested-parent", Group: GroupNesting, Level: Core, Program: program, Methods: []string{spawn, fork},
			Statement: "Under spawn and fork the parent of a grandchild MUST be the child that started it, or a launcher of its own between the two.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeNestedParent,
		},
		{
			ID: "nested-server", Group: GroupNesting, Level: Extended, Program: program, Methods: []string{forkserver},
			Statement: "Under forkserver each child that starts children SHOULD have a server of its own, which is its child and its children's parent.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeNestedServer,
		},
		{
			ID: "nested-parent-process", Group: GroupNesting, Level: Core, Program: program,
			Statement: "A grandchild MUST be told that its parent process is the child that started it, and main that it has none.",
			Sources:   []Source{parentProcess()},
			Judge:     judgeNestedParentProcess,
		},
		{
			ID: "nested-waits", Group: GroupNesting, Level: Core, Program: program,
			Statement: "A child whose target has returned MUST wait for its own child before it ends, and end with status 0.",
			Sources:   []Source{processAttribute("daemon"), documented("Programming guidelines, joining processes", "all-start-methods")},
			Judge:     judgeNestedWaits,
		},
		{
			ID: "nested-active", Group: GroupNesting, Level: Core, Program: program,
			Statement: "The list of active children MUST hold a process's own children, and neither its siblings nor itself.",
			Sources:   []Source{documented("active_children()", "multiprocessing.active_children")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, child, "active before", []any{})
				answeredBy(g, r, child, "active after", []any{"Process-1:1"})
			},
		},
		{
			ID: "nested-method", Group: GroupNesting, Level: Extended, Program: program,
			Statement: "The start method that was chosen for the whole program SHOULD be that of its children and grandchildren too.",
			Sources:   []Source{setStartMethod(), getStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{child, "grandchild"} {
					answeredBy(g, r, role, "method", r.Method)
				}
			},
		},
		{
			ID: "nested-orphan", Group: GroupNesting, Level: Core, Program: program,
			Statement: "When a child is terminated its own child MUST live on as an orphan.",
			Sources:   []Source{processAttribute("terminate")},
			Judge:     judgeNestedOrphan,
		},
		{
			ID: "nested-terminated", Group: GroupNesting, Level: Core, Program: program,
			Statement: "A child that is terminated while it has a child of its own MUST end at once, and have the exit status -15.",
			Sources:   []Source{processAttribute("terminate"), processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				ended := joined(r, "middle")
				if g.Expect(ended).To(gomega.BeNumerically(">=", 0), "main must join the child that it terminated") {
					g.Expect(number(r.Events[ended], "exitcode")).To(gomega.Equal(-15), "the terminated child's exit status")
					g.Expect(ended).To(gomega.BeNumerically("<", position(r, "leave", "orphan")), "it must end before its own child does")
				}
			},
		},
		{
			ID: "nested-helpers", Group: GroupNesting, Level: Observation, Program: program,
			Statement: "How many helper processes there are when main has two children and each of them has one.",
			Sources:   []Source{contextsAndStartMethods()},
			Observe:   observeHelpers("family"),
		},
	}
}

// joined is where main tells that it has joined a child, or -1.
func joined(r *stage.Recording, role string) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool {
		return e.Event == "joined" && e.Role == main && text(e, "child") == role
	})
}

// family is everyone of the program nesting by role, and the process table while all are on stage.
func family(g types.Gomega, r *stage.Recording) (map[string]int, table, bool) {
	pids := map[string]int{main: mainPID(r)}
	for _, d := range descent {
		entered, ok := event(g, r, "enter", d.role)
		if !ok {
			return nil, nil, false
		}
		pids[d.role] = entered.PID
	}
	processes, ok := tableAt(g, r, "family")
	return pids, processes, ok
}

// judgeNestedParent looks at the two who are held still: the child waits for the grandchild only if it does.
func judgeNestedParent(g types.Gomega, r *stage.Recording) {
	pids, processes, ok := family(g, r)
	if !ok {
		return
	}
	for _, d := range descent[2:] {
		expected := pids[d.parent]
		if launcher := processes.launcher(expected, pids[d.role]); launcher != 0 {
			expected = launcher
		}
		g.Expect(processes.parent(pids[d.role])).To(gomega.Equal(expected), "%s's parent in the process table", d.role)
		g.Expect(told(r, "enter", d.role)[0].PPID).To(gomega.Equal(expected), "the parent id that %s says", d.role)
	}
}

func judgeNestedServer(g types.Gomega, r *stage.Recording) {
	pids, processes, ok := family(g, r)
	if !ok {
		return
	}
	for _, d := range descent[2:] {
		server := processes.parent(pids[d.role])
		g.Expect(processes.parent(server)).To(gomega.Equal(pids[d.parent]), "the parent of %s's server", d.role)
		g.Expect(told(r, "enter", d.role)[0].PPID).To(gomega.Equal(server), "the parent id that %s says", d.role)
	}
	g.Expect(told(r, "enter", child)[0].PPID).To(gomega.Equal(processes.parent(pids["middle"])), "the server of main's two children")
}

func judgeNestedParentProcess(g types.Gomega, r *stage.Recording) {
	answered(g, r, "parent process", nil)
	pids, _, ok := family(g, r)
	if !ok {
		return
	}
	for _, d := range descent {
		g.Expect(number(told(r, "enter", d.role)[0], "parent_process")).To(gomega.Equal(pids[d.parent]), "%s's parent_process()", d.role)
	}
}

func judgeNestedWaits(g types.Gomega, r *stage.Recording) {
	pids, _, ok := family(g, r)
	if !ok {
		return
	}
	processes, ok := tableAt(g, r, "orphaned")
	if !ok {
		return
	}
	left, after, end := position(r, "leave", child), position(r, "leave", "grandchild"), joined(r, child)
	if g.Expect(left).To(gomega.BeNumerically(">=", 0), "the child's target must return") {
		_, alive := processes.alive(pids[child])
		g.Expect(alive).To(gomega.BeTrue(), "the child must be alive when its target has returned and its own child is there")
		g.Expect(after).To(gomega.BeNumerically(">", left), "the grandchild must come to its end after the child's target has")
	}
	if g.Expect(end).To(gomega.BeNumerically(">=", 0), "main must join the child") {
		g.Expect(end).To(gomega.BeNumerically(">", after), "the child must end after the grandchild has come to its end")
		g.Expect(r.Events[end].Data).To(gomega.HaveKeyWithValue("exitcode", 0.0), "the child's exit status")
	}
}

func judgeNestedOrphan(g types.Gomega, r *stage.Recording) {
	pids, _, ok := family(g, r)
	if !ok {
		return
	}
	if processes, ok := tableAt(g, r, "orphaned"); ok {
		_, alive := processes.alive(pids["orphan"])
		g.Expect(alive).To(gomega.BeTrue(), "the orphan must be alive when main has joined its parent")
	}
	g.Expect(joined(r, "middle")).To(gomega.BeNumerically(">=", 0), "main must join the child that it terminated")
	g.Expect(position(r, "leave", "orphan")).To(gomega.BeNumerically(">", joined(r, "middle")), "the orphan must come to its own end")
}
