package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// interruptBehaviors are about who is interrupted with a parent, and who is not.
func interruptBehaviors() []Behavior {
	keyboardInterrupt := Source{"CPython 3.14 documentation, signal.SIGINT", "https://docs.python.org/3.14/library/signal.html#signal.SIGINT"}
	return []Behavior{
		{
			ID: "interrupt-waits", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "A parent that alone is interrupted, which no one catches, SHOULD wait for its child all the same.",
			Sources:   []Source{processAttribute("daemon"), keyboardInterrupt},
			Applies:   interruptsOne,
			Judge:     judgeParentWaits("interrupt"),
		},
		{
			ID: "interrupt-daemon", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "A parent that is interrupted, which no one catches, MUST terminate its daemonic child.",
			Sources:   []Source{processAttribute("daemon"), keyboardInterrupt},
			Applies:   interruptsOne,
			Judge:     judgeEndDaemon("interrupt", "interrupt-group"),
		},
		{
			ID: "interrupt-parent-alone", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "An interrupt of the parent alone MUST NOT reach its child.",
			Sources:   []Source{keyboardInterrupt},
			Applies:   interruptsOne,
			Judge: func(g types.Gomega, r *stage.Recording) {
				if end, ok := endingIn(g, r, "interrupt"); ok {
					g.Expect(by(r, "interrupted", end.child.PID)).To(gomega.Equal(-1), "an interrupt of the child")
					g.Expect(by(r, "leave", end.child.PID)).To(gomega.BeNumerically(">=", 0), "the child must come to its end")
				}
			},
		},
		{
			ID: "interrupt-group-child", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "An interrupt of the whole process group, as Ctrl-C in a terminal is one, SHOULD reach a child as it reaches its parent.",
			Sources:   []Source{keyboardInterrupt, {"forkserver process should silence KeyboardInterrupt", "https://github.com/python/cpython/issues/74371"}},
			Applies:   interruptsOne,
			Judge:     judgeInterruptGroup,
		},
		{
			ID: "interrupt-group-server", Group: GroupExit, Level: Extended, Program: parentEnds, Methods: []string{forkserver},
			Statement: "An interrupt of the whole process group SHOULD NOT end the server.",
			Sources:   []Source{{"forkserver process should silence KeyboardInterrupt", "https://github.com/python/cpython/issues/74371"}},
			Applies:   interruptsOne,
			Judge:     judgeInterruptServer,
		},
	}
}

// interruptsOne is an Applies for an interrupt of one process or of one process group.
func interruptsOne(i implementation.Implementation) string {
	if i.Platform == "win32" {
		return "Windows interrupts all processes of a console at once"
	}
	return ""
}

func judgeInterruptGroup(g types.Gomega, r *stage.Recording) {
	end, ok := endingIn(g, r, "interrupt-group")
	if !ok {
		return
	}
	interrupted := by(r, "interrupted", end.child.PID)
	if g.Expect(interrupted).To(gomega.BeNumerically(">=", 0), "the child must be interrupted") {
		g.Expect(interrupted).To(gomega.BeNumerically("<", position(r, "ready", main)), "the child must be interrupted when its parent is")
		g.Expect(by(r, "leave", end.child.PID)).To(gomega.BeNumerically(">", interrupted), "the child, which catches the interrupt, must come to its end")
	}
}

func judgeInterruptServer(g types.Gomega, r *stage.Recording) {
	end, ok := endingIn(g, r, "interrupt-group")
	if !ok {
		return
	}
	if processes, ok := tableAt(g, r, "survivors"); ok {
		_, alive := processes.alive(end.child.PPID)
		g.Expect(alive).To(gomega.BeTrue(), "the server must be alive after the interrupt")
		g.Expect(processes.parent(end.child.PID)).To(gomega.Equal(end.child.PPID), "the child's parent in the process table")
	}
}
