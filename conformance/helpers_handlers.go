package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// handlerBehaviors are about what is run, or not, when a process ends.
func handlerBehaviors() []Behavior {
	honored := Source{"Honor atexit for all multiprocessing start methods, 3.13", "https://github.com/python/cpython/issues/83856"}
	atexit := Source{"CPython 3.14 documentation, atexit", "https://docs.python.org/3.14/library/atexit.html"}
	return []Behavior{
		{
			ID: "handlers-child", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "The exit handlers that a child has registered SHOULD be run when its target has returned: where the child is not forked, and since Python 3.13 under every start method.",
			Sources:   []Source{honored, atexit},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLackingBy(r, "first", "handlers")
				entered, ok := event(g, r, "enter", "first")
				if !ok {
					return
				}
				runs := handlers(r, entered.PID)
				if !slices.Contains([]string{fork, forkserver}, r.Method) || !pythonBefore("3.13", r.Implementation) {
					g.Expect(runs).To(gomega.ContainElement("atexit"), "the child's exit handlers that were run")
				} else {
					g.Expect(runs).NotTo(gomega.ContainElement("atexit"), "the child's exit handlers that were run")
				}
			},
		},
		{
			ID: "handlers-inherited", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "An exit handler that main has registered SHOULD be run once and in main, and not in children that were forked afterwards.",
			Sources:   []Source{honored, atexit},
			Judge: func(g types.Gomega, r *stage.Recording) {
				var pids []int
				for _, e := range told(r, "handler", "") {
					if text(e, "kind") == main {
						pids = append(pids, e.PID)
					}
				}
				g.Expect(pids).To(gomega.Equal([]int{mainPID(r)}), "the processes that ran main's exit handler")
			},
		},
		{
			ID: "handlers-order", Group: GroupHelpers, Level: Observation, Program: helpersProgram,
			Statement: "Which of a finalizer of multiprocessing, a handler for the end of threading and an exit handler are run in a child, and in which order.",
			Sources:   []Source{{"Process _bootstrap calls _exit_function", "https://github.com/python/cpython/issues/114220"}, honored},
			Observe: func(r *stage.Recording) string {
				unlessLackingBy(r, "first", "handlers")
				for _, e := range told(r, "enter", "first") {
					if runs := handlers(r, e.PID); len(runs) > 0 {
						return strings.Join(runs, ", ")
					}
				}
				return "none"
			},
		},
		{
			ID: "handlers-terminated", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "The exit handlers of a child MUST NOT be run when it is terminated.",
			Sources:   []Source{processAttribute("terminate")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLackingBy(r, "second", "handlers")
				entered, ok := event(g, r, "enter", "second")
				if !ok {
					return
				}
				g.Expect(handlers(r, entered.PID)).To(gomega.BeEmpty(), "the exit handlers that were run")
				g.Expect(joined(r, "second")).To(gomega.BeNumerically(">=", 0), "main must join it")
			},
		},
		{
			ID: "handlers-exit", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "An exit handler SHOULD NOT be able to change a child's exit status by exiting with another one.",
			Sources:   []Source{atexit, processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLackingBy(r, "third", "handlers")
				end := joined(r, "third")
				if g.Expect(end).To(gomega.BeNumerically(">=", 0), "main must join the child") {
					g.Expect(r.Events[end].Data).To(gomega.HaveKeyWithValue("exitcode", 0.0), "the child")
				}
			},
		},
	}
}

// handlers lists the kinds of handlers that a process has run, in their order.
func handlers(r *stage.Recording, pid int) []string {
	var kinds []string
	for _, e := range told(r, "handler", "") {
		if e.PID == pid && !slices.Contains(kinds, text(e, "kind")) {
			kinds = append(kinds, text(e, "kind"))
		}
	}
	return kinds
}
