package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func choiceBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "choice-effect", Group: GroupChoice, Level: Core, Program: "choose-method",
			Statement: "After a start method was chosen, main and its children MUST report it, and a child MUST be started by it: " +
				"under fork it sees what main has changed, under spawn and forkserver it does not; under forkserver its parent is not main.",
			Sources: []Source{setStartMethod(), contextsAndStartMethods()},
			Judge:   judgeChoiceEffect,
		},
		{
			ID: "choice-again", Group: GroupChoice, Level: Core, Program: "choose-method",
			Statement: "Choosing a start method a second time MUST be refused with a RuntimeError.",
			Sources:   []Source{setStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "again", "RuntimeError")
			},
		},
		{
			ID: "choice-force", Group: GroupChoice, Level: Core, Program: "choose-method",
			Statement: "Choosing a start method a second time by force MUST be accepted.",
			Sources:   []Source{setStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "force")
			},
		},
		{
			ID: "choice-unknown", Group: GroupChoice, Level: Core, Program: "choose-method",
			Statement: "Choosing a start method that nobody has MUST be refused with a ValueError.",
			Sources:   []Source{getContext()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "unknown", "ValueError")
			},
		},
		{
			ID: "choice-unavailable", Group: GroupChoice, Level: Core, Program: "choose-method",
			Statement: "Choosing a start method that is not available on the platform MUST be refused with a ValueError.",
			Sources:   []Source{getContext()},
			Applies: func(i implementation.Implementation) string {
				if len(unavailable(i)) == 0 {
					return "spawn, fork and forkserver are all available"
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, method := range unavailable(r.Implementation) {
					refused(g, r, "unavailable "+method, "ValueError")
				}
			},
		},
		{
			ID: "choice-refusal-harmless", Group: GroupChoice, Level: Extended, Program: "choose-method",
			Statement: "A refused choice SHOULD leave the start method unchosen.",
			Sources:   []Source{setStartMethod(), getStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if after, ok := event(g, r, "unchosen", main); ok {
					g.Expect(after.Data).To(gomega.HaveKeyWithValue("chosen", gomega.BeNil()), "the method chosen after the refused choices")
				}
			},
		},
	}
}

func judgeChoiceEffect(g types.Gomega, r *stage.Recording) {
	for _, role := range []string{main, "child"} {
		if said, ok := event(g, r, "method", role); ok {
			g.Expect(said.Data["method"]).To(gomega.Equal(r.Method), "what %s reports", role)
		}
	}
	child, ok := event(g, r, "enter", "child")
	if !ok {
		return
	}
	processes, ok := tableAt(g, r, "started")
	if !ok {
		return
	}
	if _, alive := processes.alive(child.PID); !g.Expect(alive).To(gomega.BeTrue(), "the process table must have the child") {
		return
	}
	own := processes.parent(child.PID) == mainPID(r) || processes.launcher(mainPID(r), child.PID) != 0
	switch r.Method {
	case fork:
		g.Expect(child.Data["args"]).To(gomega.Equal([]any{"changed by main"}), "a forked child's memory")
		g.Expect(own).To(gomega.BeTrue(), "a forked child's parent must be main")
	case spawn:
		g.Expect(child.Data["args"]).To(gomega.Equal([]any{"as imported"}), "a spawned child's memory")
		g.Expect(own).To(gomega.BeTrue(), "a spawned child's parent must be main")
	case forkserver:
		g.Expect(child.Data["args"]).To(gomega.Equal([]any{"as imported"}), "a server's child's memory")
		g.Expect(processes.parent(child.PID)).NotTo(gomega.Equal(mainPID(r)), "the parent of a server's child")
	}
}

// unavailable lists the well-known start methods that an implementation does not report.
func unavailable(i implementation.Implementation) []string {
	return slices.DeleteFunc([]string{spawn, fork, forkserver}, i.Offers)
}
