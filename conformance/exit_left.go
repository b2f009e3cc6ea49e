package conformance

import (
	"fmt"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// leavingBehaviors are about what else there is of a program, and what it leaves.
func leavingBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "exit-nothing-left", Group: GroupExit, Level: Core, Program: "sing-dance",
			Statement: "When main has ended, no process of the program MUST be left: neither a child nor a helper.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(r.Exit).NotTo(gomega.BeNil(), "main must have ended")
				g.Expect(names(r.Survivors)).To(gomega.BeEmpty(), "what had to be killed")
			},
		},
		{
			ID: "helpers", Group: GroupExit, Level: Observation, Program: "sing-dance",
			Statement: "How many helper processes there are while both children run: neither main, nor a child, nor a launcher.",
			Sources:   []Source{contextsAndStartMethods()},
			Observe:   observeHelpers("together"),
		},
		{
			ID: "body-runs", Group: GroupExit, Level: Observation, Program: "sing-dance",
			Statement: "How often and under which names the main module's body is run for two children.",
			Sources:   []Source{{"undocumented", documentation}},
			Observe:   observeBodyRuns,
		},
	}
}

// observeHelpers counts who else is there at a point.
func observeHelpers(point string) func(r *stage.Recording) string {
	return func(r *stage.Recording) string {
		helpers, read := helpersAt(r, point)
		if !read {
			return "not known: the process table was not read"
		}
		return fmt.Sprint(len(helpers))
	}
}

// helpersAt lists who is neither main, nor a process with a role, nor the launcher of one. It says whether the process
// table was read at that point.
func helpersAt(r *stage.Recording, point string) ([]platform.Process, bool) {
	snapshot, read := r.Snapshot(point)
	processes := table(snapshot.Processes)
	known := map[int]bool{mainPID(r): true, r.FirstPID: true}
	for _, e := range told(r, "enter", "") {
		known[e.PID] = true
		if r.Method != forkserver {
			known[processes.launcher(mainPID(r), e.PID)] = true
			known[processes.launcher(number(e, "parent_process"), e.PID)] = true
		}
	}
	var helpers []platform.Process
	for _, p := range processes {
		if !known[p.PID] && p.State == platform.Alive {
			helpers = append(helpers, p)
		}
	}
	return helpers, read
}
