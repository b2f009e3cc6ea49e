package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const nesting = "nesting"

// descent says who started whom in the program nesting.
var descent = []struct{ role, parent, name string }{
	{child, main, "Process-1"},
	{"grandchild", child, "Process-1:1"},
	{"middle", main, "Process-2"},
	{"orphan", "middle", "Process-2:1"},
}

func nestingBehaviors() []Behavior {
	return slices.Concat(descentBehaviors(), familyLifeBehaviors())
}

// descentBehaviors are about whose child a grandchild is.
func descentBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "nested-names", Group: GroupNesting, Level: Core, Program: nesting,
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
			ID: "nested-parent", Group: GroupNesting, Level: Core, Program: nesting, Methods: []string{spawn, fork},
			Statement: "Under spawn and fork the parent of a grandchild MUST be the child that started it, or a launcher of its own between the two.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeNestedParent,
		},
		{
			ID: "nested-server", Group: GroupNesting, Level: Extended, Program: nesting, Methods: []string{forkserver},
			Statement: "Under forkserver each child that starts children SHOULD have a server of its own, which is its child and its children's parent.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeNestedServer,
		},
		{
			ID: "nested-parent-process", Group: GroupNesting, Level: Core, Program: nesting,
			Statement: "A grandchild MUST be told that its parent process is the child that started it, and main that it has none.",
			Sources:   []Source{parentProcess()},
			Judge:     judgeNestedParentProcess,
		},
	}
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
