package conformance

import (
	"fmt"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// orphanLifeBehaviors are about what an orphan is told of its parent, and about the helper processes that it has left.
func orphanLifeBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "orphan-knows", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "The last child that a parent started MUST be told that its parent process is not alive, once that is so.",
			Sources:   []Source{parentProcess(), processAttribute("is_alive")},
			Judge:     judgeOrphanKnows,
		},
		{
			ID: "orphan-elder", Group: GroupExit, Level: Observation, Program: parentEnds,
			Statement: "What an orphan is told of its parent process while a younger child of that parent is alive.",
			Sources:   []Source{{"undocumented: a forked child inherits the ends of the pipes by which its elder siblings watch their parent", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/popen_fork.py"}},
			Observe:   observeElder,
		},
		{
			ID: "orphan-helpers", Group: GroupExit, Level: Observation, Program: parentEnds,
			Statement: "How many helper processes there are for each parent while its child is alive, whether the parent is or not.",
			Sources:   []Source{contextsAndStartMethods()},
			Observe:   observeOrphanHelpers,
		},
		{
			ID: "orphan-helpers-end", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "The helper processes of a parent that was killed SHOULD end with the last of its children, and be left by nobody.",
			Sources:   []Source{{"undocumented: helper processes end with their last user", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/resource_tracker.py"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if _, _, ok := orphans(g, r); ok {
					g.Expect(names(r.Survivors)).To(gomega.BeEmpty(), "what had to be killed")
				}
			},
		},
	}
}

// aliveAsked is what a child was told of its parent.
func aliveAsked(r *stage.Recording, pid int) (stage.Event, bool) {
	for _, e := range told(r, "attempt", "") {
		if e.PID == pid && text(e, "what") == "parent alive" {
			return e, true
		}
	}
	return stage.Event{}, false
}

func judgeOrphanKnows(g types.Gomega, r *stage.Recording) {
	ends, _, ok := orphans(g, r)
	if !ok {
		return
	}
	for _, end := range ends {
		asked, ok := aliveAsked(r, end.daemon.PID)
		if !g.Expect(ok).To(gomega.BeTrue(), "%s: the daemon must ask", end.manner) {
			continue
		}
		if reason := text(asked, "absent"); reason != "" {
			absent("%s", reason)
		}
		g.Expect(asked.Data).To(gomega.HaveKeyWithValue("value", false), "%s: whether the parent is alive", end.manner)
	}
}

func observeElder(r *stage.Recording) string {
	said := "not asked"
	for _, manner := range abruptEnds {
		for _, child := range mannered(r, "enter", "child", manner) {
			asked, ok := aliveAsked(r, child.PID)
			if !ok {
				continue
			}
			now := "that it is not alive"
			switch {
			case text(asked, "absent") != "":
				now = "nothing"
			case asked.Data["value"] == true:
				now = "that it is alive"
			}
			if said != "not asked" && said != now {
				return "not always the same"
			}
			said = now
		}
	}
	return said
}

func observeOrphanHelpers(r *stage.Recording) string {
	helpers, read := helpersAt(r, "survivors")
	parents := len(told(r, "enter", "parent"))
	if !read || parents == 0 {
		return "not known: the process table was not read, or no parent came on stage"
	}
	if len(helpers)%parents == 0 {
		return fmt.Sprintf("%d for each parent", len(helpers)/parents)
	}
	return fmt.Sprintf("%d for %d parents", len(helpers), parents)
}
