package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// The children of threads: started while main had one thread; while another thread held locks; by a thread that ended
// right after that; and after main's last statement.
const (
	threads  = "threads"
	single   = "single"
	several  = "several"
	orphaned = "orphaned"
	encore   = "encore"
	lingers  = "lingering" // has threads of its own
)

func threadBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "threads-alone", Group: GroupThreads, Level: Core, Program: threads,
			Statement: "A child MUST begin with one thread, however many main has.",
			Sources:   []Source{contextsAndStartMethods(), osFork()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{single, several, orphaned} {
					if seen, ok := event(g, r, "threads", role); ok {
						g.Expect(seen.Data["names"]).To(gomega.HaveLen(1), "the threads of the child %s", role)
					}
				}
			},
		},
		{
			ID: "threads-main", Group: GroupThreads, Level: Extended, Program: threads,
			Statement: "The thread that runs the target SHOULD be the child's main thread, even if a thread other than main's has started the child.",
			Sources:   []Source{{"CPython 3.14 documentation, threading.main_thread()", "https://docs.python.org/3.14/library/threading.html#threading.main_thread"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{several, orphaned} {
					if seen, ok := event(g, r, "threads", role); ok {
						g.Expect(seen.Data).To(gomega.HaveKeyWithValue("is_main", true), "the thread of the child %s", role)
					}
				}
			},
		},
		{
			ID: "threads-main-name", Group: GroupThreads, Level: Observation, Program: threads,
			Statement: "What the main thread is called in a child that a thread other than main's has started.",
			Sources:   []Source{osFork()},
			Observe: func(r *stage.Recording) string {
				seen := told(r, "threads", orphaned)
				switch {
				case len(seen) == 0:
					return "not known"
				case strings.HasPrefix(text(seen[0], "main"), "Thread-"):
					return "as the thread that started it"
				}
				return text(seen[0], "main")
			},
		},
		{
			ID: "threads-lock", Group: GroupThreads, Level: Core, Program: threads,
			Statement: "A lock of the main module that another thread of main holds MUST be held in a child under fork, where nobody will " +
				"release it, and MUST be free under spawn and forkserver.",
			Sources: []Source{contextsAndStartMethods(), osFork()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{single, several} {
					if seen, ok := event(g, r, "threads", role); ok {
						held := role == several && r.Method == fork
						g.Expect(seen.Data).To(gomega.HaveKeyWithValue("held", held), "whether the lock is held in the child %s", role)
					}
				}
			},
		},
		{
			ID: "threads-logging-lock", Group: GroupThreads, Level: Observation, Program: threads, Methods: []string{fork},
			Statement: "Whether the lock of a logging handler that another thread of main holds is held in a forked child.",
			Sources:   []Source{source("3.14.10", "Lib/logging/__init__.py", 269)},
			Observe: func(r *stage.Recording) string {
				seen := told(r, "threads", several)
				if len(seen) == 0 {
					return "not known"
				}
				return map[bool]string{true: "held", false: "free"}[seen[0].Data["handler_held"] == true]
			},
		},
		{
			ID: "threads-warning", Group: GroupThreads, Level: Core, Program: threads, Methods: []string{fork},
			Statement: "From 3.12 on, a start by fork while main has several threads MUST give a DeprecationWarning.",
			Sources:   []Source{osFork(), contextsAndStartMethods()},
			Applies: func(i implementation.Implementation) string {
				if !versionIn(i.Version, ">=3.12") {
					return "new in 3.12"
				}
				return isMultiprocessing(i)
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(warned(g, r, several)).To(gomega.ContainElement(gomega.HavePrefix("DeprecationWarning: ")), "the warnings given by the start")
			},
		},
		{
			ID: "threads-no-warning", Group: GroupThreads, Level: Extended, Program: threads,
			Statement: "A start SHOULD give no warning of threads under spawn and forkserver, and none under fork while main has one thread.",
			Sources:   []Source{osFork(), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(warned(g, r, single)).To(gomega.BeEmpty(), "the warnings given by a start while main had one thread")
				if several := warned(g, r, several); r.Method != fork {
					g.Expect(several).To(gomega.BeEmpty(), "the warnings given by a start while main had several threads")
				}
			},
		},
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
				if versionIn(i.Version, "<3.7") {
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

// warned lists the warnings of several threads that the start of a child has given.
func warned(g types.Gomega, r *stage.Recording, role string) []string {
	found := slices.DeleteFunc(told(r, "warned", main), func(e stage.Event) bool { return text(e, "child") != role })
	if !g.Expect(found).To(gomega.HaveLen(1), "main must tell what warnings the start of %s gave", role) {
		return nil
	}
	list, _ := found[0].Data["warnings"].([]any)
	var warnings []string
	for _, one := range list {
		if warning := fmt.Sprint(one); strings.Contains(warning, "multi-threaded") {
			warnings = append(warnings, warning)
		}
	}
	return warnings
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
