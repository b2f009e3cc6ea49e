package conformance

import (
	"slices"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func nestingMutants() []mutant {
	const program = "nesting"
	return []mutant{
		{
			"a grandchild has the name of a child", of(program),
			func(r *stage.Recording) { said(r, "enter", "grandchild", "process", "Process-1") },
			map[string]string{"nested-names": "grandchild's name"},
			nil,
		},
		{
			"a grandchild's parent is main", of(program),
			func(r *stage.Recording) { adopt(r, pidOf(r, "orphan"), mainPID(r)) },
			map[string]string{"nested-parent": "orphan's parent in the process table", "nested-server": "the parent of orphan's server"},
			nil,
		},
		{
			"a grandchild says another parent id than it has", of(program),
			func(r *stage.Recording) { all(r, "enter", "orphan", func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{"nested-parent": "the parent id that orphan says", "nested-server": "the parent id that orphan says"},
			nil,
		},
		{
			"main's server forks the grandchildren too", of(program, forkserver),
			func(r *stage.Recording) { adopt(r, pidOf(r, "orphan"), first(r, "enter", "middle").PPID) },
			map[string]string{"nested-server": "the parent of orphan's server"},
			nil,
		},
		{
			"main's children have a server each", of(program, forkserver),
			func(r *stage.Recording) { all(r, "enter", child, func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{"nested-server": "the server of main's two children"},
			nil,
		},
		{
			"a grandchild takes main for its parent", of(program),
			func(r *stage.Recording) {
				said(r, "enter", "grandchild", "parent_process", float64(mainPID(r)))
			},
			map[string]string{"nested-parent-process": "grandchild's parent_process()"},
			nil,
		},
		{
			"main has a parent process", of(program),
			func(r *stage.Recording) { answersOf(r, main, "parent process", "_ParentProcess") },
			map[string]string{"nested-parent-process": `the answer to "parent process" of main`},
			nil,
		},
		{
			"the child has ended while its own child is there", of(program),
			func(r *stage.Recording) { without(r, pidOf(r, child)) },
			map[string]string{"nested-waits": "the child must be alive when its target has returned"},
			nil,
		},
		{
			"the child is joined before its own child leaves", of(program),
			func(r *stage.Recording) { relocate(r, joined(r, child), position(r, "leave", "grandchild")) },
			map[string]string{"nested-waits": "the child must end after the grandchild"},
			nil,
		},
		{
			"the child ends with status 1", of(program),
			func(r *stage.Recording) { joinedWith(r, child, 1) },
			map[string]string{"nested-waits": "the child's exit status"},
			nil,
		},
		{
			"the child's target does not return", of(program),
			func(r *stage.Recording) { silence(r, "leave", child) },
			map[string]string{"nested-waits": "the child's target must return"},
			nil,
		},
		{
			"the child lists its sibling", of(program),
			func(r *stage.Recording) { answersOf(r, child, "active before", []any{"Process-2"}) },
			map[string]string{"nested-active": `the answer to "active before" of child`},
			nil,
		},
		{
			"the child does not list its own child", of(program),
			func(r *stage.Recording) { answersOf(r, child, "active after", []any{}) },
			map[string]string{"nested-active": `the answer to "active after" of child`},
			nil,
		},
		{
			"a grandchild has another start method", of(program),
			func(r *stage.Recording) { answersOf(r, "grandchild", "method", "another") },
			map[string]string{"nested-method": `the answer to "method" of grandchild`},
			nil,
		},
		{
			"the orphan ends with its parent", of(program),
			func(r *stage.Recording) {
				pid := pidOf(r, "orphan")
				n := slices.IndexFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == "orphaned" })
				r.Snapshots[n].Processes = slices.DeleteFunc(r.Snapshots[n].Processes, func(p platform.Process) bool { return p.PID == pid })
			},
			map[string]string{"nested-orphan": "the orphan must be alive"},
			nil,
		},
		{
			"the orphan does not come to its end", of(program),
			func(r *stage.Recording) { silence(r, "leave", "orphan") },
			map[string]string{"nested-orphan": "the orphan must come to its own end", "nested-terminated": "it must end before its own child does"},
			nil,
		},
		{
			"the terminated child ends with another status", of(program),
			func(r *stage.Recording) { joinedWith(r, "middle", 255) },
			map[string]string{"nested-terminated": "the terminated child's exit status"},
			nil,
		},
		{
			"the terminated child is not joined", of(program),
			func(r *stage.Recording) { unjoined(r, "middle") },
			map[string]string{"nested-terminated": "main must join the child", "nested-orphan": "main must join the child"},
			nil,
		},
		{
			"there is one helper more in the family", of(program),
			func(r *stage.Recording) {
				addRow(r, "family", platform.Process{PID: unknownPID, PPID: mainPID(r), Name: "helper"})
			},
			nil,
			[]string{"nested-helpers"},
		},
	}
}
