package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func runningBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "life-running", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process that runs MUST have the process id that the child itself and the operating system tell, MUST be alive and MUST NOT have a status.",
			Sources:   []Source{processAttribute("pid"), processAttribute("exitcode"), processAttribute("is_alive")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				child, entered := event(g, r, "enter", "held")
				processes, read := tableAt(g, r, "held")
				if entered && read {
					_, alive := processes.alive(child.PID)
					g.Expect(alive).To(gomega.BeTrue(), "the process table must have the child")
					inState(g, r, "running", float64(child.PID), nil, true)
				}
			},
		},
		{
			ID: "life-start-once", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Starting a process a second time MUST be refused, while it runs and after its end.",
			Sources:   []Source{processAttribute("start")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				declined(g, r, "start running")
				declined(g, r, "start joined")
			},
		},
		{
			ID: "life-join-timeout", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Joining a process that runs, for no time or for a moment, MUST return None when that is over.",
			Sources:   []Source{processAttribute("join")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				looked := position(r, "looked", main) // the child is not let go before
				for _, what := range []string{"join running", "join for a moment"} {
					if value, ok := accepted(g, r, what); ok {
						g.Expect(value).To(gomega.BeNil(), "the answer to %q", what)
						g.Expect(looked).To(gomega.BeNumerically(">", attemptedAt(r, what)), "main must come back from %q before the child is let go", what)
					}
				}
				g.Expect(position(r, "leave", "held")).To(gomega.BeNumerically(">", looked), "the child must leave after main has looked at it")
			},
		},
		{
			ID: "life-sentinel", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process's sentinel MUST NOT be ready while the process runs, and MUST become ready when it ends.",
			Sources:   []Source{processAttribute("sentinel")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answered(g, r, "sentinel running", false)
				answered(g, r, "sentinel ended", true)
			},
		},
		{
			ID: "life-close-running", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Closing a process that runs MUST be refused with a ValueError, and MUST leave the process running.",
			Sources:   []Source{processAttribute("close")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "close running", "ValueError")
				event(g, r, "leave", "held")
			},
		},
		{
			ID: "life-owner", Group: GroupLife, Level: Extended, Program: lifeCycle, Methods: []string{fork},
			Statement: "Another process than the one that made a process object SHOULD be refused to join it and to ask whether it is alive.",
			Sources: []Source{
				processAttribute("exitcode"),
				source("3.14.10", "Lib/multiprocessing/process.py", 154), source("3.14.10", "Lib/multiprocessing/process.py", 167),
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, what := range []string{"join", "is_alive"} {
					if attempt, ok := attemptOf(g, r, "stranger", what); ok {
						g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", true), "the stranger's attempt %q was not refused", what)
					}
				}
			},
		},
	}
}
