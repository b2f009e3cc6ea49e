package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func exitBehaviors() []Behavior {
	return slices.Concat(waitingBehaviors(), leavingBehaviors())
}

// waitingBehaviors are about the children for which main waits.
func waitingBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "exit-waits", Group: GroupExit, Level: Core, Program: "sing-dance",
			Statement: "After its last statement main MUST wait for both children, which it did not join, before it ends.",
			Sources:   []Source{processAttribute("daemon"), documented("Programming guidelines, joining zombie processes", "all-start-methods")},
			Judge:     judgeExitWaits,
		},
		{
			ID: "exit-children-status", Group: GroupExit, Level: Core, Program: "sing-dance",
			Statement: "A child whose target returned MUST have exit status 0.",
			Sources:   []Source{processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range singAndDance() {
					code, ok := exitcode(r, role)
					if g.Expect(ok).To(gomega.BeTrue(), "main must know %s's exit status", role) {
						g.Expect(code).To(gomega.BeZero(), "%s's exit status", role)
					}
				}
			},
		},
		{
			ID: "exit-status", Group: GroupExit, Level: Core, Program: "sing-dance",
			Statement: "A main that comes to its end MUST end with exit status 0.",
			Sources:   []Source{processAttribute("daemon")},
			Judge:     exitStatus(0),
		},
		{
			ID: "exit-status-kept", Group: GroupExit, Level: Core, Program: "sing-dance-exit",
			Statement: "A main that exits with a status of its own MUST keep it, and wait for its children all the same.",
			Sources:   []Source{processAttribute("daemon"), sysExit()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				exitStatus(7)(g, r)
				judgeExitWaits(g, r)
			},
		},
	}
}

// exitStatus judges how the first process ended, as the operating system says. Where a launcher stands before main, it
// hands on main's status.
func exitStatus(expected int) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		if g.Expect(r.Exit).NotTo(gomega.BeNil(), "main must have ended") {
			g.Expect(r.Exit.Code).To(gomega.Equal(expected), "main's exit status")
		}
	}
}

func judgeExitWaits(g types.Gomega, r *stage.Recording) {
	c, ok := enter(g, r)
	if !ok {
		return
	}
	last, exit := position(r, "last", main), position(r, "exit", main)
	if !g.Expect(last).To(gomega.BeNumerically(">=", 0), "main must come to its last statement") ||
		!g.Expect(exit).To(gomega.BeNumerically(">=", 0), "main must come to its end") {
		return
	}
	exited, ok := tableAt(g, r, stage.AtExit)
	if !ok {
		return
	}
	for _, child := range c.children() {
		leave := position(r, "leave", child.Role)
		if g.Expect(leave).To(gomega.BeNumerically(">=", 0), "%s must come to its end", child.Role) {
			g.Expect(leave).To(gomega.BeNumerically(">", last), "%s must end after main's last statement", child.Role)
			g.Expect(leave).To(gomega.BeNumerically("<", exit), "%s must end before main does, as they say", child.Role)
			g.Expect(leave).To(gomega.BeNumerically("<", r.AtExit), "%s must end before main does, as the operating system says", child.Role)
		}
		_, alive := exited.alive(child.PID)
		g.Expect(alive).To(gomega.BeFalse(), "%s must not be alive when main has ended", child.Role)
	}
	if processes, ok := together(g, r); ok {
		_, alive := processes.alive(c.main)
		g.Expect(alive).To(gomega.BeTrue(), "main must be alive after its last statement while its children run")
	}
}
