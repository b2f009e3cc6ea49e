package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// orphanBehaviors are about the children of parents that end without their exit handlers.
func orphanBehaviors() []Behavior {
	return slices.Concat(orphanedBehaviors(), orphanLifeBehaviors())
}

// orphanedBehaviors are about who lives on, and as whose child.
func orphanedBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "orphans-os-exit", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "The children of a parent that ends without its exit handlers SHOULD live on, the daemonic one too.",
			Sources:   []Source{{"CPython 3.14 documentation, os._exit()", "https://docs.python.org/3.14/library/os.html#os._exit"}, processAttribute("daemon")},
			Judge:     judgeOrphans("os-exit"),
		},
		{
			ID: "orphans-terminate", Group: GroupExit, Level: Core, Program: parentEnds,
			Statement: "The children of a parent that is terminated, by SIGTERM or TerminateProcess, MUST live on, the daemonic one too.",
			Sources:   []Source{processAttribute("terminate")},
			Judge:     judgeOrphans("terminate"),
		},
		{
			ID: "orphans-kill", Group: GroupExit, Level: Extended, Program: parentEnds,
			Statement: "The children of a parent that is killed SHOULD live on, the daemonic one too.",
			Sources:   []Source{processAttribute("terminate"), {"Killed workers and orphans", "https://github.com/python/cpython/issues/96062"}},
			Judge:     judgeOrphans("kill"),
		},
		{
			ID: "orphan-parent-id", Group: GroupExit, Level: Core, Program: parentEnds, Methods: []string{spawn, fork},
			Statement: "An orphan's parent id MUST be that of init, or on Linux of the nearest subreaper, and on Windows still that of the parent that has ended.",
			Sources: []Source{
				{"CPython 3.14 documentation, os.getppid()", "https://docs.python.org/3.14/library/os.html#os.getppid"},
				{"prctl(2), PR_SET_CHILD_SUBREAPER", "https://man7.org/linux/man-pages/man2/pr_set_child_subreaper.2const.html"},
			},
			Judge: judgeOrphanParentID,
		},
		{
			ID: "orphan-server", Group: GroupExit, Level: Extended, Program: parentEnds, Methods: []string{forkserver},
			Statement: "Under forkserver an orphan's parent id SHOULD still be the server's, which outlives main as long as it has children.",
			Sources:   []Source{contextsAndStartMethods(), {"forkserver.py: the server ends when the last who holds its pipe has ended", "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/forkserver.py"}},
			Judge:     judgeOrphanServer,
		},
	}
}

func judgeOrphanParentID(g types.Gomega, r *stage.Recording) {
	ends, last, ok := orphans(g, r)
	if !ok {
		return
	}
	processes, ok := tableAt(g, r, "survivors")
	if !ok {
		return
	}
	suite := 1 // it started main, and is the nearest subreaper where there are any
	if top := told(r, "body", main); len(top) > 0 {
		suite = top[0].PPID
	}
	for _, end := range ends {
		for _, child := range end.children() {
			said, known := last[child.PID].PPID, processes.parent(child.PID)
			g.Expect(said).To(gomega.Equal(known), "%s: the parent id that the %s says", end.manner, child.Role)
			if r.Implementation.Platform == "win32" {
				g.Expect(said).To(gomega.Equal(child.PPID), "%s: the parent id that the %s says", end.manner, child.Role)
				continue
			}
			g.Expect(said).To(gomega.BeElementOf(1, suite), "%s: the %s's new parent", end.manner, child.Role)
		}
	}
}

func judgeOrphanServer(g types.Gomega, r *stage.Recording) {
	ends, last, ok := orphans(g, r)
	if !ok {
		return
	}
	processes, ok := tableAt(g, r, "survivors")
	if !ok {
		return
	}
	for _, end := range ends {
		for _, child := range end.children() {
			g.Expect(child.PPID).NotTo(gomega.Equal(end.parent.PID), "%s: the %s's parent", end.manner, child.Role)
			g.Expect(processes.parent(child.PID)).To(gomega.Equal(child.PPID), "%s: the %s's parent in the process table", end.manner, child.Role)
			g.Expect(last[child.PID].PPID).To(gomega.Equal(child.PPID), "%s: the parent id that the %s says", end.manner, child.Role)
		}
		_, alive := processes.alive(end.child.PPID)
		g.Expect(alive).To(gomega.BeTrue(), "%s: the server must outlive main", end.manner)
	}
}
