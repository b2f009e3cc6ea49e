package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// daemonEndBehaviors are about daemonic children at the end of main.
func daemonEndBehaviors() []Behavior {
	flag := processAttribute("daemon")
	return []Behavior{
		{
			ID: "daemon-terminated", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "At its end main MUST terminate its daemonic child, whose target does not come to its own end.",
			Sources:   []Source{flag},
			Judge:     judgeDaemonTerminated,
		},
		{
			ID: "daemon-order", Group: GroupDaemons, Level: Observation, Program: daemons,
			Statement: "Whether main terminates its daemonic child before it waits for the other one, or afterwards as the documentation has it.",
			Sources:   []Source{flag, {"util.py, _exit_function()", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/util.py"}},
			Observe: func(r *stage.Recording) string {
				gone, left := position(r, "gone", child), position(r, "leave", child)
				switch {
				case left < 0 || position(r, "exit", main) < 0:
					return "not known"
				case gone >= 0 && gone < left:
					return "before"
				}
				return "afterwards, or not at all"
			},
		},
		{
			ID: "daemon-status", Group: GroupDaemons, Level: Extended, Program: daemons,
			Statement: "A daemonic child that was terminated at main's end SHOULD have the exit status of any terminated one, -15 on every platform.",
			Sources:   []Source{processAttribute("exitcode"), processAttribute("terminate")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				code, ok := exitcode(r, daemon)
				if g.Expect(ok).To(gomega.BeTrue(), "main must know the daemon's exit status") {
					g.Expect(code).To(gomega.Equal(-15), "the daemon's exit status")
				}
			},
		},
		{
			ID: "daemon-finally", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "The finally clauses of a daemonic child MUST NOT be run when main terminates it at its end.",
			Sources:   []Source{processAttribute("terminate"), flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if _, ok := event(g, r, "enter", daemon); ok {
					g.Expect(told(r, "finally", daemon)).To(gomega.BeEmpty(), "the daemon's finally clause")
				}
			},
		},
		{
			ID: "daemon-output", Group: GroupDaemons, Level: Observation, Program: daemons,
			Statement: "What becomes of output that a daemonic child has written and not flushed when it is terminated.",
			Sources:   []Source{{"undocumented", documentation}},
			Observe: func(r *stage.Recording) string {
				if strings.Contains(r.Stdout, "the daemon has not flushed this") {
					return "it is printed"
				}
				return "it is lost"
			},
		},
	}
}

func judgeDaemonTerminated(g types.Gomega, r *stage.Recording) {
	entered, ok := event(g, r, "enter", daemon)
	if !ok {
		return
	}
	g.Expect(told(r, "leave", daemon)).To(gomega.BeEmpty(), "the end of the daemon's target")
	gone := slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == "gone" && text(e, "who") == daemon })
	if gone >= 0 {
		g.Expect(gone).To(gomega.BeNumerically(">", position(r, "last", main)), "the daemon must live as long as main has statements left")
	}
	if exited, ok := tableAt(g, r, stage.AtExit); ok {
		_, alive := exited.alive(entered.PID)
		g.Expect(alive).To(gomega.BeFalse(), "the daemon must not be alive when main has ended")
	}
}
