package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func daemonBehaviors() []Behavior {
	flag := processAttribute("daemon")
	const program = "daemons"
	return []Behavior{
		{
			ID: "daemon-default", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "Main MUST NOT be daemonic, nor a child of main that nobody made so.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, main, "own flag", false)
				answeredBy(g, r, main, "default flag", false)
				answeredBy(g, r, child, "own flag", false)
			},
		},
		{
			ID: "daemon-set", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "A child MUST be daemonic whose flag was set before its start, and know it.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "before start")
				answeredBy(g, r, daemon, "own flag", true)
			},
		},
		{
			ID: "daemon-fixed", Group: GroupDaemons, Level: Extended, Program: program,
			Statement: "Setting the flag of a child that was started SHOULD be refused with an AssertionError.",
			Sources:   []Source{flag, {"process.py: the setter's assertion; its class is not documented", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/process.py"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "after start", "AssertionError")
			},
		},
		{
			ID: "daemon-inherited", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "A process MUST make its children daemonic by default if it is daemonic itself, and only then.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, daemon, "default flag", true)
				answeredBy(g, r, child, "default flag", false)
			},
		},
		{
			ID: "daemon-childless", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "A daemonic process MUST NOT be allowed to start a child, daemonic or not.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, what := range []string{"daemonic child", "other child"} {
					if tried, ok := attemptOf(g, r, daemon, what); ok {
						g.Expect(tried.Data).To(gomega.HaveKeyWithValue("refused", true), "the attempt %q was not refused", what)
					}
				}
			},
		},
		{
			ID: "daemon-childless-message", Group: GroupDaemons, Level: Observation, Program: program,
			Statement: "With which error a daemonic process is refused a child.",
			Sources:   []Source{flag},
			Observe: func(r *stage.Recording) string {
				for _, e := range told(r, "attempt", daemon) {
					if names := classes(e); text(e, "what") == "daemonic child" && len(names) > 0 {
						return names[0] + ": " + text(e, "message")
					}
				}
				return "none"
			},
		},
		{
			ID: "daemon-active", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "The list of active children MUST hold daemonic children as it holds the others.",
			Sources:   []Source{documented("active_children()", "multiprocessing.active_children"), flag},
			Judge:     judgeDaemonActive,
		},
		{
			ID: "daemon-terminated", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "At its end main MUST terminate its daemonic child, whose target does not come to its own end.",
			Sources:   []Source{flag},
			Judge:     judgeDaemonTerminated,
		},
		{
			ID: "daemon-order", Group: GroupDaemons, Level: Observation, Program: program,
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
			ID: "daemon-status", Group: GroupDaemons, Level: Extended, Program: program,
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
			ID: "daemon-finally", Group: GroupDaemons, Level: Core, Program: program,
			Statement: "The finally clauses of a daemonic child MUST NOT be run when main terminates it at its end.",
			Sources:   []Source{processAttribute("terminate"), flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if _, ok := event(g, r, "enter", daemon); ok {
					g.Expect(told(r, "finally", daemon)).To(gomega.BeEmpty(), "the daemon's finally clause")
				}
			},
		},
		{
			ID: "daemon-output", Group: GroupDaemons, Level: Observation, Program: program,
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

func judgeDaemonActive(g types.Gomega, r *stage.Recording) {
	var started []any
	for _, e := range told(r, "started", main) {
		started = append(started, text(e, "process"))
	}
	g.Expect(started).To(gomega.HaveLen(2), "the children that main started")
	answered(g, r, "active", started)
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
