package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const daemons = "daemons"

func daemonBehaviors() []Behavior {
	return slices.Concat(daemonFlagBehaviors(), daemonEndBehaviors())
}

// daemonFlagBehaviors are about who is daemonic, and what that forbids.
func daemonFlagBehaviors() []Behavior {
	flag := processAttribute("daemon")
	return []Behavior{
		{
			ID: "daemon-default", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "Main MUST NOT be daemonic, nor a child of main that nobody made so.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, main, "own flag", false)
				answeredBy(g, r, main, "default flag", false)
				answeredBy(g, r, child, "own flag", false)
			},
		},
		{
			ID: "daemon-set", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "A child MUST be daemonic whose flag was set before its start, and know it.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "before start")
				answeredBy(g, r, daemon, "own flag", true)
			},
		},
		{
			ID: "daemon-fixed", Group: GroupDaemons, Level: Extended, Program: daemons,
			Statement: "Setting the flag of a child that was started SHOULD be refused with an AssertionError.",
			Sources:   []Source{flag, {"process.py: the setter's assertion; its class is not documented", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/process.py"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "after start", "AssertionError")
			},
		},
		{
			ID: "daemon-inherited", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "A process MUST make its children daemonic by default if it is daemonic itself, and only then.",
			Sources:   []Source{flag},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, daemon, "default flag", true)
				answeredBy(g, r, child, "default flag", false)
			},
		},
		{
			ID: "daemon-childless", Group: GroupDaemons, Level: Core, Program: daemons,
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
			ID: "daemon-childless-message", Group: GroupDaemons, Level: Observation, Program: daemons,
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
			ID: "daemon-active", Group: GroupDaemons, Level: Core, Program: daemons,
			Statement: "The list of active children MUST hold daemonic children as it holds the others.",
			Sources:   []Source{documented("active_children()", "multiprocessing.active_children"), flag},
			Judge:     judgeDaemonActive,
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
