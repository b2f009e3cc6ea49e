package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func endedBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "life-join", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Joining a process that has ended MUST return None, also when it was joined before; the process MUST then have its process id and status still, and MUST NOT be alive.",
			Sources:   []Source{processAttribute("join"), processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, what := range []string{"join ended", "join joined"} {
					if value, ok := accepted(g, r, what); ok {
						g.Expect(value).To(gomega.BeNil(), "the answer to %q", what)
					}
				}
				if child, ok := event(g, r, "enter", "held"); ok {
					inState(g, r, "joined", float64(child.PID), 0.0, false)
				}
			},
		},
		{
			ID: "life-terminate-ended", Group: GroupLife, Level: Extended, Program: lifeCycle,
			Statement: "Terminating a process that has ended, joined or not, SHOULD be harmless, and MUST leave its status as it was.",
			Sources:   []Source{processAttribute("terminate"), processAttribute("exitcode")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "terminate ended")
				accepted(g, r, "terminate joined")
				if child, ok := event(g, r, "enter", "held"); ok {
					inState(g, r, "terminated after its end", float64(child.PID), 0.0, false)
				}
			},
		},
		{
			ID: "life-children", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "The list of active children MUST hold a child that runs, and no child that has ended.",
			Sources:   []Source{activeChildren()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if value, ok := accepted(g, r, "children running"); ok {
					g.Expect(value).To(gomega.Equal([]any{true}), "which of the active children is the one that runs")
				}
				answered(g, r, "children ended", 0)
			},
		},
		{
			ID: "life-zombie", Group: GroupLife, Level: Extended, Program: lifeCycle,
			Statement: "On POSIX systems a child of main's own that has ended and was not joined MUST stay a zombie; a fork server's MUST NOT, nor one on Windows.",
			Sources:   []Source{zombies()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if row, there, ok := rowOf(g, r, "named", "unjoined"); ok {
					expected := r.Method != forkserver && r.Implementation.Platform != "win32"
					g.Expect(there).To(gomega.Equal(expected), "whether the process table has the child that has ended")
					g.Expect(row.State).NotTo(gomega.Equal(platform.Alive), "the child that has ended")
				}
			},
		},
		{
			ID: "life-zombie-joined", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Starting another child MUST join the children that have ended, and so MUST asking for the active children: the operating system has nothing of them any more.",
			Sources:   []Source{zombies(), activeChildren()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if _, there, ok := rowOf(g, r, "named", "another-started"); ok {
					g.Expect(there).To(gomega.BeFalse(), "the process table must not have the child after another one was started")
				}
				if _, there, ok := rowOf(g, r, "overriding", "collected"); ok {
					g.Expect(there).To(gomega.BeFalse(), "the process table must not have the child after main asked for the active children")
				}
			},
		},
	}
}

// rowOf is a child's row in the table that was read at a point, and whether it has one.
func rowOf(g types.Gomega, r *stage.Recording, role, point string) (row platform.Process, there, ok bool) {
	child, entered := event(g, r, "enter", role)
	processes, read := tableAt(g, r, point)
	for _, p := range processes {
		if p.PID == child.PID {
			return p, true, entered && read
		}
	}
	return platform.Process{}, false, entered && read
}

func activeChildren() Source {
	return documented("active_children()", "multiprocessing.active_children")
}

func zombies() Source {
	return documented("Programming guidelines, joining zombie processes", "all-start-methods")
}
