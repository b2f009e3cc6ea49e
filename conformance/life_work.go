package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// workBehaviors lists what a process object is given to do, and its name.
func workBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "life-name", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A name that is given to a process before it is started MUST be its name in main and in the child.",
			Sources:   []Source{processAttribute("name")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				given := slices.DeleteFunc(told(r, "started", main), func(e stage.Event) bool { return text(e, "child") != "named" })
				if g.Expect(given).To(gomega.HaveLen(1), "main must tell that it started named") {
					g.Expect(text(given[0], "process")).To(gomega.Equal("新名"), "the name as main has it")
				}
				if child, ok := event(g, r, "enter", "named"); ok {
					g.Expect(text(child, "process")).To(gomega.Equal("新名"), "the name as the child has it")
				}
			},
		},
		{
			ID: "life-run", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Calling run() MUST run the target where it is called, and MUST NOT start a process.",
			Sources:   []Source{processAttribute("run"), processAttribute("start")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "run")
				if direct, ok := event(g, r, "enter", "direct"); ok {
					g.Expect(direct.PID).To(gomega.Equal(mainPID(r)), "the process that ran the target")
				}
				inState(g, r, "run directly", nil, nil, false)
			},
		},
		{
			ID: "life-run-overridden", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A child of a class that overrides run() MUST run it, with the object's attributes.",
			Sources:   []Source{processAttribute("run"), documented("Programming guidelines, more picklability", "the-spawn-and-forkserver-start-methods")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLacking(r, "override")
				if child, ok := event(g, r, "enter", "overriding"); ok {
					g.Expect(child.PID).NotTo(gomega.Equal(mainPID(r)), "the process that ran the method")
					g.Expect(child.Data["args"]).To(gomega.Equal([]any{"an attribute"}), "the object's attribute in the child")
				}
			},
		},
		{
			ID: "life-nothing", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process without a target MUST start, do nothing and end with status 0.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answered(g, r, "status nothing", 0)
			},
		},
	}
}
