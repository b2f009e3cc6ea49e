package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func parentEndBehaviors() []Behavior {
	return slices.Concat(exceptionBehaviors(), interruptBehaviors(), endedParentBehaviors())
}

func exceptionBehaviors() []Behavior {
	guidelines := documented("Programming guidelines, joining zombie processes", "all-start-methods")
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
	}
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

func endedParentBehaviors() []Behavior {
	interrupted := Source{
		"What's New In Python 3.8: an uncaught KeyboardInterrupt ends the process by SIGINT",
		"https://docs.python.org/3.8/whatsnew/3.8.html#other-language-changes",
	}
	return []Behavior{
		{
			ID: "end-daemon", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "A parent that ends by an exception that nothing caught MUST terminate its daemonic child.",
			Sources:   []Source{processAttribute("daemon")},
			Judge:     judgeEndDaemon("exception"),
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
				if pythonBefore("3.8", r.Implementation) {
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

// judgeEndDaemon asserts that a daemonic child was terminated by its parent, in each of the manners.
func judgeEndDaemon(manners ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		for _, manner := range manners {
			if end, ok := endingIn(g, r, manner); ok {
				g.Expect(mannered(r, "gone", main, manner)).To(gomega.HaveLen(1), "%s: main must see the daemon end before its parent does", manner)
				g.Expect(by(r, "leave", end.daemon.PID)).To(gomega.Equal(-1), "%s: the daemon must not come to its own end", manner)
			}
		}
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
