package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// refusedStartBehaviors are about what a start that was refused leaves behind.
func refusedStartBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "pickle-refused", Group: GroupPickling, Level: Extended, Program: pickling, Methods: pickled,
			Statement: "A process whose start was refused SHOULD be as it was before: without a process id and a status, and not alive.",
			Sources:   []Source{processAttribute("pid"), processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				declined(g, r, "start lambda")
				inState(g, r, "refused", nil, nil, false)
			},
		},
		{
			ID: "pickle-refused-again", Group: GroupPickling, Level: Extended, Program: pickling, Methods: pickled,
			Statement: "A process whose start was refused for one of its attributes SHOULD be startable when the attribute was replaced.",
			Sources:   []Source{picklability(), processAttribute("start")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				declined(g, r, "start with a load")
				accepted(g, r, "start again")
				answered(g, r, "status again", 0)
				if child, ok := event(g, r, "enter", "again"); ok {
					g.Expect(child.Data["args"]).To(gomega.Equal([]any{"a lighter load"}), "the attribute in the child")
				}
			},
		},
		{
			ID: "pickle-refused-left", Group: GroupPickling, Level: Extended, Program: pickling, Methods: pickled,
			Statement: "Starts that are refused SHOULD leave no process behind.",
			Sources:   []Source{{"CPython 3.12, Popen in popen_spawn_posix.py", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_spawn_posix.py#L38-L48"}},
			Applies: func(i implementation.Implementation) string {
				if i.Platform == "win32" {
					return "on Windows the process is started before anything is pickled, and ends by itself"
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				before, one := tableAt(g, r, "before")
				after, other := tableAt(g, r, "after")
				if one && other {
					unlessNoneRefused(r)
					for _, pid := range pids(after) {
						g.Expect(pids(before)).To(gomega.ContainElement(pid), "the processes before the starts that were refused")
					}
				}
			},
		},
		{
			ID: "pickle-errors", Group: GroupPickling, Level: Observation, Program: pickling, Methods: pickled,
			Statement: "Which errors starts are refused with where something cannot be pickled.",
			Sources:   []Source{{"undocumented; ForkingPickler in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/reduction.py#L33-L60"}},
			Observe: func(r *stage.Recording) string {
				var said []string
				for _, role := range offered(r, slices.Concat(localTargets, boundArguments, []string{"process"})) {
					said = append(said, role+" "+strings.TrimPrefix(observed(r, "start "+role, func(any) string { return "works" }), "refused: "))
				}
				return strings.Join(said, ", ")
			},
		},
	}
}

// noneRefused is why nothing can be judged of what refused starts leave behind.
const noneRefused = "no start was refused"

// unlessNoneRefused ends the judge where everything that is tried between the two tables was pickled after all.
func unlessNoneRefused(r *stage.Recording) {
	for _, e := range told(r, "attempt", main) {
		role, starts := strings.CutPrefix(text(e, "what"), "start ")
		if starts && slices.Contains(slices.Concat(localTargets, boundArguments), role) && e.Data["refused"] == true {
			return
		}
	}
	absent(noneRefused)
}

// pids lists the processes of a table, zombies too.
func pids(processes []platform.Process) []int {
	var list []int
	for _, p := range processes {
		list = append(list, p.PID)
	}
	return list
}
