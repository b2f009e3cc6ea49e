package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// endedByMain lists the behaviors of children that main ends.
func endedByMain() []Behavior {
	return []Behavior{
		{
			ID: "status-terminated", Group: GroupStatus, Level: Core, Program: statuses,
			Statement: "A child that main terminated MUST have status −15, on Windows too.",
			Sources: []Source{
				processAttribute("terminate"), processAttribute("exitcode"),
				{"CPython 3.12, Popen.wait() on Windows", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_spawn_win32.py#L112-L114"},
				{"CPython 3.12, test_terminate", "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L563-L565"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				judgeEnded(g, r, "terminated", "terminate", -15.0)
			},
		},
		{
			ID: "status-killed", Group: GroupStatus, Level: Core, Program: statuses,
			Statement: "A child that main killed MUST have status −9; on Windows, where killing is terminating, −15.",
			Sources: []Source{
				processAttribute("kill"), processAttribute("exitcode"),
				{"CPython 3.12, test_kill", "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L567-L572"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if r.Implementation.Platform == "win32" {
					judgeEnded(g, r, "killed", "kill", -15.0)
				} else {
					judgeEnded(g, r, "killed", "kill", -9.0)
				}
			},
		},
		{
			ID: "status-interrupted", Group: GroupStatus, Level: Core, Program: statuses,
			Statement: "A child that main interrupted, and that does not catch the KeyboardInterrupt, MUST have status 1.",
			Sources:   []Source{processAttribute("interrupt")},
			Applies:   onPOSIX, // the documentation leaves Windows undefined
			Judge: func(g types.Gomega, r *stage.Recording) {
				judgeEnded(g, r, "interrupted", "interrupt", 1.0)
			},
		},
		{
			ID: "terminate-no-cleanup", Group: GroupStatus, Level: Core, Program: statuses,
			Statement: "A child that main terminated or killed MUST NOT run its finally clauses any more.",
			Sources:   []Source{processAttribute("terminate")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLacking(r, "finally")
				for _, role := range []string{"terminated", "killed"} {
					if _, ok := event(g, r, "enter", role); ok {
						g.Expect(told(r, "finally", role)).To(gomega.BeEmpty(), "the finally clause of %s", role)
					}
				}
			},
		},
		{
			ID: "interrupt-cleanup", Group: GroupStatus, Level: Core, Program: statuses,
			Statement: "A child that main interrupted MUST run its finally clauses before it ends.",
			Sources:   []Source{processAttribute("interrupt")},
			Applies:   onPOSIX,
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLacking(r, "finally")
				if _, ok := accepted(g, r, "status interrupted"); ok {
					event(g, r, "finally", "interrupted")
				}
			},
		},
	}
}

// judgeEnded judges a child that main ended in its way while the child waited.
func judgeEnded(g types.Gomega, r *stage.Recording, role, way string, expected float64) {
	status, ok := accepted(g, r, "status "+role)
	if !ok {
		return
	}
	accepted(g, r, way)
	g.Expect(status).To(gomega.Equal(expected), "the status of the child that was %s", role)
	event(g, r, "enter", role)
	g.Expect(told(r, "leave", role)).To(gomega.BeEmpty(), "the child that was %s must not come to its end by itself", role)
}
