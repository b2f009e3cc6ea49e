package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// replacedHelperBehaviors are about the server that all children share, helpers that were killed, and frozen programs.
func replacedHelperBehaviors() []Behavior {
	preload := documented("set_forkserver_preload()", "multiprocessing.set_forkserver_preload")
	return []Behavior{
		{
			ID: "server-shared", Group: GroupHelpers, Level: Core, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "All children of main MUST be forked by one server, however long after one another they are started.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				first, ok := event(g, r, "enter", "first")
				for _, role := range []string{"second", "third"} {
					if later, found := event(g, r, "enter", role); ok && found {
						g.Expect(later.PPID).To(gomega.Equal(first.PPID), "%s's server", role)
					}
				}
			},
		},
		{
			ID: "server-replaced", Group: GroupHelpers, Level: Extended, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "A server that was killed SHOULD be replaced by another one at the next start, with the modules to preload that were named since.",
			Sources:   []Source{{"forkserver process isn't re-launched if it died", "https://github.com/python/cpython/issues/75489"}, preload},
			Judge:     judgeServerReplaced,
		},
		{
			ID: "tracker-replaced", Group: GroupHelpers, Level: Extended, Program: helpersProgram, Methods: importing(),
			Statement: "A resource tracker that was killed SHOULD be replaced by another one at the next start, with a warning.",
			Sources:   []Source{{"semaphore tracker isn't protected against crashes", "https://github.com/python/cpython/issues/75491"}},
			Applies:   onPOSIX,
			Judge:     judgeTrackerReplaced,
		},
		{
			ID: "freeze-support", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "In a program that is not frozen, freeze_support() MUST have no effect, and in particular choose no start method.",
			Sources: []Source{
				documented("freeze_support()", "multiprocessing.freeze_support"),
				{"freeze_support() no longer sets the start method as a side effect", "https://github.com/python/cpython/issues/140814"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answered(g, r, "freeze support", nil)
				accepted(g, r, "choose")
			},
		},
	}
}

func judgeServerReplaced(g types.Gomega, r *stage.Recording) {
	answered(g, r, "replace server", true)
	before, ok := event(g, r, "enter", "third")
	after, found := event(g, r, "enter", "fourth")
	if !ok || !found {
		return
	}
	g.Expect(after.PPID).NotTo(gomega.Equal(before.PPID), "the server after the first one was killed")
	if lacking(r, "preload late") == "" {
		answeredBy(g, r, "fourth", "preloaded late", true)
	}
	if processes, ok := tableAt(g, r, "fourth"); ok {
		_, alive := processes.alive(before.PPID)
		g.Expect(alive).To(gomega.BeFalse(), "the server that was killed must not be alive")
		g.Expect(processes.parent(after.PPID)).To(gomega.Equal(mainPID(r)), "the parent of the other server")
	}
}

func judgeTrackerReplaced(g types.Gomega, r *stage.Recording) {
	answered(g, r, "replace tracker", true)
	before, ok := helpersRead(g, r, "after")
	after, read := helpersRead(g, r, "fourth")
	if !ok || !read {
		return
	}
	g.Expect(after).To(gomega.HaveLen(len(before)), "the helper processes after those were killed")
	g.Expect(slices.ContainsFunc(after, func(p platform.Process) bool { return slices.Contains(names(before), names([]platform.Process{p})[0]) })).
		To(gomega.BeFalse(), "those that were killed must not be alive")
	g.Expect(r.Stderr).To(gomega.ContainSubstring("relaunching"), "the warning")
}
