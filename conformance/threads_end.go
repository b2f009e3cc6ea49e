package conformance

import (
	"fmt"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// threadEndBehaviors are about children and threads that end before or after one another.
func threadEndBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "threads-starter", Group: GroupThreads, Level: Core, Program: threads,
			Statement: "A thread other than main's MUST be able to start a child, which outlives that thread, and for which main waits at its end.",
			Sources:   []Source{processClass(), processAttribute("daemon")},
			Judge:     judgeStarter,
		},
		{
			ID: "threads-linger", Group: GroupThreads, Level: Core, Program: threads,
			Statement: "A child MUST wait at its end for its own threads, but for daemon threads.",
			Sources: []Source{
				{"CPython pull request 3111, bpo-18966, new in 3.7", "https://github.com/python/cpython/pull/3111"},
				{"CPython 3.14 documentation, threading, daemon threads", "https://docs.python.org/3.14/library/threading.html#thread-objects"},
			},
			Applies: func(i implementation.Implementation) string {
				if pythonBefore("3.7", i) {
					return "new in 3.7"
				}
				return ""
			},
			Judge: judgeLinger,
		},
		{
			ID: "threads-encore", Group: GroupThreads, Level: Observation, Program: threads,
			Statement: "How a child comes off that a thread of main starts after main's last statement.",
			Sources:   []Source{{"CPython issue 113964, fork refused in 3.12.0 to 3.12.2", "https://github.com/python/cpython/issues/113964"}},
			Observe:   observeEncore,
		},
	}
}

func judgeStarter(g types.Gomega, r *stage.Recording) {
	child, ok := event(g, r, "enter", orphaned)
	if !ok {
		return
	}
	event(g, r, "leave", orphaned)
	if processes, ok := tableAt(g, r, orphaned); ok {
		_, alive := processes.alive(child.PID)
		g.Expect(alive).To(gomega.BeTrue(), "the child must be alive when its thread has ended")
		if r.Method != forkserver && processes.launcher(mainPID(r), child.PID) == 0 {
			g.Expect(processes.parent(child.PID)).To(gomega.Equal(mainPID(r)), "the child's parent")
		}
	}
	code, known := exitcode(r, orphaned)
	g.Expect(known && code == 0).To(gomega.BeTrue(), "the child's status must be 0 at main's end")
}

func judgeLinger(g types.Gomega, r *stage.Recording) {
	unlessLacking(r, "start "+lingers)
	left, outlasted := position(r, "leave", lingers), position(r, "outlast", lingers)
	if g.Expect(left).To(gomega.BeNumerically(">=", 0), "the target must come to its end") {
		g.Expect(outlasted).To(gomega.BeNumerically(">", left), "the child's thread must come to its end, after the target")
	}
	code, known := exitcode(r, lingers)
	g.Expect(known && code == 0).To(gomega.BeTrue(), "the child's status must be 0, with a daemon thread left")
}

// observeEncore tells of a child that comes late: CPython has by then taken __file__ from a main module that is a script,
// so that a child which is to import it is not told from where.
func observeEncore(r *stage.Recording) string {
	for _, e := range told(r, "attempt", main) {
		if names := classes(e); text(e, "what") == "start "+encore && len(names) > 0 {
			return "start() raises " + names[0]
		}
	}
	code, known := exitcode(r, encore)
	switch {
	case len(told(r, "leave", encore)) > 0 && known && code == 0:
		return "runs, and main waits for it"
	case len(told(r, "enter", encore)) > 0:
		return "runs, and main does not wait for it"
	case known && code != 0:
		return fmt.Sprintf("does not find its target, and ends with status %d", code)
	}
	return "not known"
}
