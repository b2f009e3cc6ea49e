package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

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
	return slices.Concat(threadStateBehaviors(), threadWarningBehaviors(), threadEndBehaviors())
}

// threadStateBehaviors are about the threads and locks that a child has.
func threadStateBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "threads-alone", Group: GroupThreads, Level: Core, Program: threads,
			Statement: "A child MUST begin with one thread, however many main has.",
			Sources:   []Source{contextsAndStartMethods(), osFork()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{single, several, orphaned} {
					if seen, ok := event(g, r, "threads", role); ok {
						unlessNone(seen, "names")
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
						unlessNone(seen, "is_main")
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
				if len(seen) == 0 {
					return "not known"
				}
				unlessNone(seen[0], "main")
				switch {
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
				unlessNone(seen[0], "handler_held")
				return map[bool]string{true: "held", false: "free"}[seen[0].Data["handler_held"] == true]
			},
		},
	}
}
