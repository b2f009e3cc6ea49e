package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// familyLifeBehaviors are about the lives of children and their own children, and how these end.
func familyLifeBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "nested-waits", Group: GroupNesting, Level: Core, Program: nesting,
			Statement: "A child whose target has returned MUST wait for its own child before it ends, and end with status 0.",
			Sources:   []Source{processAttribute("daemon"), documented("Programming guidelines, joining processes", "all-start-methods")},
			Judge:     judgeNestedWaits,
		},
		{
			ID: "nested-active", Group: GroupNesting, Level: Core, Program: nesting,
			Statement: "The list of active children MUST hold a process's own children, and neither its siblings nor itself.",
			Sources:   []Source{documented("active_children()", "multiprocessing.active_children")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, child, "active before", []any{})
				answeredBy(g, r, child, "active after", []any{"Process-1:1"})
			},
		},
		{
			ID: "nested-method", Group: GroupNesting, Level: Extended, Program: nesting,
			Statement: "The start method that was chosen for the whole program SHOULD be that of its children and grandchildren too.",
			Sources:   []Source{setStartMethod(), getStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{child, "grandchild"} {
					answeredBy(g, r, role, "method", r.Method)
				}
			},
		},
		{
			ID: "nested-orphan", Group: GroupNesting, Level: Core, Program: nesting,
			Statement: "When a child is terminated its own child MUST live on as an orphan.",
			Sources:   []Source{processAttribute("terminate")},
			Judge:     judgeNestedOrphan,
		},
		{
			ID: "nested-terminated", Group: GroupNesting, Level: Core, Program: nesting,
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
			ID: "nested-helpers", Group: GroupNesting, Level: Observation, Program: nesting,
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
