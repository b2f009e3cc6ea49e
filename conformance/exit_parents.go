package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func parentEndBehaviors() []Behavior {
	guidelines := documented("Programming guidelines, joining zombie processes", "all-start-methods")
	keyboardInterrupt := Source{"CPython 3.14 documentation, signal.SIGINT", "https://docs.python.org/3.14/library/signal.html#signal.SIGINT"}
	interrupted := Source{
		"What's New In Python 3.8: an uncaught KeyboardInterrupt ends the process by SIGINT",
		"https://docs.python.org/3.8/whatsnew/3.8.html#other-language-changes",
	}
	return []Behavior{
		{
			ID: "exception-waits", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "A parent that ends by an exception that nothing caught MUST wait for its child all the same.",
			Sources:   []Source{processAttribute("daemon"), guidelines},
			Judge:     judgeParentWaits("exception"),
		},
		{
			ID: "exception-told-first", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "A parent SHOULD report the exception that ends it before it waits for its child, and not only when that has ended.",
			Sources:   []Source{{"CPython 3.14 documentation, atexit: handlers are run at the interpreter's termination", "https://docs.python.org/3.14/library/atexit.html#atexit.register"}},
			Judge:     judgeToldFirst,
		},
		{
			ID: "interrupt-waits", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "A parent that alone is interrupted, which no one catches, SHOULD wait for its child all the same.",
			Sources:   []Source{processAttribute("daemon"), keyboardInterrupt},
			Applies:   interruptsOne,
			Judge:     judgeParentWaits("interrupt"),
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
		{
			ID: "end-daemon", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "A parent that ends by an exception that nothing caught, or by an interrupt, MUST terminate its daemonic child.",
			Sources:   []Source{processAttribute("daemon")},
			Judge:     judgeEndDaemon,
		},
		{
			ID: "end-status", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "A parent of children MUST end with the status of any process: 1 after an exception, what it gives to os._exit(), and that of the signal that killed it.",
			Sources: []Source{
				{"CPython 3.14 documentation, subprocess.Popen.returncode", "https://docs.python.org/3.14/library/subprocess.html#subprocess.Popen.returncode"},
				{"CPython 3.14 documentation, os._exit()", "https://docs.python.org/3.14/library/os.html#os._exit"},
			},
			Judge: judgeEndStatus,
		},
		{
			ID: "interrupt-status", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "Once it has waited for its child, an interrupted parent MUST end as killed by SIGINT since Python 3.8, and with status 1 before.",
			Sources:   []Source{interrupted},
			Applies:   interruptsOne,
			Judge: func(g types.Gomega, r *stage.Recording) {
				expected := -2
				if isMultiprocessing(r.Implementation) == "" && versionIn(r.Implementation.Version, "<3.8") {
					expected = 1
				}
				for _, manner := range []string{"interrupt", "interrupt-group"} {
					if end, ok := endingIn(g, r, manner); ok {
						g.Expect(end.status).To(gomega.Equal(expected), "%s: the parent's exit status", manner)
					}
				}
			},
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

func judgeToldFirst(g types.Gomega, r *stage.Recording) {
	end, ok := endingIn(g, r, "exception")
	if !ok {
		return
	}
	reported := by(r, "error", end.parent.PID)
	if g.Expect(reported).To(gomega.BeNumerically(">=", 0), "the parent must report its exception") {
		g.Expect(reported).To(gomega.BeNumerically("<", position(r, "ready", main)), "the parent must report its exception while its child is alive")
		g.Expect(by(r, "leave", end.child.PID)).To(gomega.BeNumerically(">", reported), "the child must end after the report")
		g.Expect(r.Stderr).To(gomega.ContainSubstring(text(r.Events[reported], "message")), "what is printed of the exception")
	}
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

func judgeEndDaemon(g types.Gomega, r *stage.Recording) {
	for _, manner := range orderlyEnds {
		if manner != "exception" && interruptsOne(r.Implementation) != "" {
			continue
		}
		end, ok := endingIn(g, r, manner)
		if !ok {
			continue
		}
		g.Expect(mannered(r, "gone", main, manner)).To(gomega.HaveLen(1), "%s: main must see the daemon end before its parent does", manner)
		g.Expect(by(r, "leave", end.daemon.PID)).To(gomega.Equal(-1), "%s: the daemon must not come to its own end", manner)
	}
}

func judgeEndStatus(g types.Gomega, r *stage.Recording) {
	expected := map[string]int{"exception": 1, "os-exit": 4, "terminate": -15, "kill": -9}
	if r.Implementation.Platform == "win32" {
		expected["terminate"], expected["kill"] = 1, 1 // what subprocess gives to TerminateProcess
	}
	for _, manner := range []string{"exception", "os-exit", "terminate", "kill"} {
		if end, ok := endingIn(g, r, manner); ok {
			g.Expect(end.status).To(gomega.Equal(expected[manner]), "%s: the parent's exit status", manner)
		}
	}
}
