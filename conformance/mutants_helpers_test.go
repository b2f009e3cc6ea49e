package conformance

import (
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func helperMutants() []mutant {
	program := helpersProgram
	one := func(name, role, what string, value any, id string, methods ...string) mutant {
		return mutant{
			name, of(program, methods...), func(r *stage.Recording) { answersOf(r, role, what, value) },
			map[string]string{id: `the answer to "` + what + `" of ` + role},
			nil,
		}
	}
	helper := func(r *stage.Recording, point string, parent int) {
		addRow(r, point, platform.Process{PID: unknownPID, PPID: parent, Name: "helper"})
	}
	newest := []string{"cpython-3.15/forkserver/" + program}
	return []mutant{
		{
			"a helper is there before the first start", of(program),
			func(r *stage.Recording) { helper(r, "before", mainPID(r)) },
			nil,
			[]string{"helpers-before"},
		},
		{
			"there is one helper too many", of(program),
			func(r *stage.Recording) { helper(r, "first", mainPID(r)); helper(r, "after", mainPID(r)) },
			map[string]string{"helpers-by-method": "the helper processes", "tracker-replaced": "the helper processes after those were killed"},
			nil,
		},
		{
			"there is a helper on Windows",
			[]string{of(program, spawn)[0] + windows},
			func(r *stage.Recording) { helper(r, "first", mainPID(r)); helper(r, "after", mainPID(r)) },
			map[string]string{"helpers-by-method": "the helper processes"},
			nil,
		},
		{
			"the helpers are a child's", of(program, spawn, forkserver),
			func(r *stage.Recording) {
				helpers, _ := helpersAt(r, "first")
				adopt(r, helpers[0].PID, pidOf(r, "first"))
			},
			map[string]string{"helpers-parent": "the parents of the helper processes"},
			nil,
		},
		{
			"a helper ends with its child", of(program, spawn, forkserver),
			func(r *stage.Recording) {
				helpers, _ := helpersAt(r, "after")
				row(r, "after", helpers[0].PID).State = platform.Zombie
			},
			map[string]string{"helpers-outlive": "the helper processes after two children", "tracker-replaced": "the helper processes after those were killed"},
			nil,
		},
		{
			"a helper comes with the second child of a fork", of(program, fork),
			func(r *stage.Recording) { helper(r, "after", mainPID(r)) },
			map[string]string{"helpers-outlive": "the helper processes after two children"},
			nil,
		},
		{
			"the process tables were not read", of(program),
			func(r *stage.Recording) { unread(r, "before"); unread(r, "first") },
			map[string]string{
				"helpers-by-method": `the process table must have been read at "first"`, "helpers-parent": "the process table must",
				"helpers-outlive": "the process table must",
			},
			[]string{"helpers-before"},
		},
		{
			"the second child has another server", of(program, forkserver),
			func(r *stage.Recording) { all(r, "enter", "second", func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{"server-shared": "second's server"},
			nil,
		},
		{
			"the server is not replaced", of(program, forkserver),
			func(r *stage.Recording) { answersOf(r, main, "replace server", false) },
			map[string]string{"server-replaced": `the answer to "replace server" of main`},
			nil,
		},
		{
			"the fourth child has the server that was killed", of(program, forkserver),
			func(r *stage.Recording) {
				all(r, "enter", "fourth", func(e *stage.Event) { e.PPID = first(r, "enter", "third").PPID })
			},
			map[string]string{"server-replaced": "the server after the first one was killed"},
			nil,
		},
		{
			"the server that was killed is alive", of(program, forkserver),
			func(r *stage.Recording) {
				addRow(r, "fourth", platform.Process{PID: first(r, "enter", "third").PPID, PPID: mainPID(r), Name: "server"})
			},
			map[string]string{"server-replaced": "the server that was killed must not be alive", "tracker-replaced": "the helper processes after those were killed"},
			nil,
		},
		one("the other server imports nothing", "fourth", "preloaded late", false, "server-replaced", forkserver),
		one("the tracker is not replaced", main, "replace tracker", false, "tracker-replaced", spawn, forkserver),
		{
			"there is no warning of the tracker's end", of(program, spawn, forkserver),
			func(r *stage.Recording) { r.Stderr = "" },
			map[string]string{"tracker-replaced": "the warning"},
			nil,
		},
		{
			"the tracker that was killed is alive", of(program, spawn, forkserver),
			func(r *stage.Recording) {
				before, _ := helpersAt(r, "after")
				after, _ := helpersAt(r, "fourth")
				last := after[len(after)-1]
				removed := last.PID
				row(r, "fourth", removed).PID = before[0].PID
			},
			map[string]string{"tracker-replaced": "those that were killed must not be alive"},
			nil,
		},
		one("nothing is preloaded", "first", "preloaded", false, "preload", forkserver),
		one("what is named late is preloaded", "second", "preloaded late", true, "preload-late", forkserver),
		one("modules are preloaded without a server", "first", "preloaded", true, "preload-elsewhere", spawn, fork),
		{
			"modules cannot be named for preloading", of(program),
			func(r *stage.Recording) { deny(r, main, "preload") },
			map[string]string{"preload": `the attempt "preload" was refused`, "preload-elsewhere": `the attempt "preload" was refused`},
			nil,
		},
		{
			"a module beside main is imported by the server", of(program, forkserver),
			func(r *stage.Recording) {
				all(r, "imported", "", func(e *stage.Event) { e.PID = first(r, "enter", "first").PPID })
			},
			nil,
			[]string{"preload-beside"},
		},
		one("the far main ends with an error", main, "far", 1.0, "start-far", spawn, fork),
		{
			"a start far away is refused", of(program, spawn, fork), func(r *stage.Recording) { deny(r, "far", "start far") },
			map[string]string{"start-far": `the attempt "start far" was refused`},
			nil,
		},
		{
			"the near main ends with an error", newest, func(r *stage.Recording) { answersOf(r, main, "near", 1.0) },
			map[string]string{"start-near": `the answer to "near" of main`},
			nil,
		},
		{
			"the main at the brim ends with an error", newest, func(r *stage.Recording) { answersOf(r, main, "brim", 1.0) },
			map[string]string{"start-near": `the answer to "brim" of main`},
			nil,
		},
		{
			"a start near the longest path is refused", newest, func(r *stage.Recording) { deny(r, "near", "start near") },
			map[string]string{"start-near": `the attempt "start near" was refused`},
			nil,
		},
		{
			"the child at the longest path does not come to its end", newest, func(r *stage.Recording) { silence(r, "leave", "abrim") },
			map[string]string{"start-near": "abrim must tell"},
			nil,
		},
		one("the executable that was set is not used", "fourth", "executable", "the same", "set-executable", spawn, forkserver),
		one("the executable that was set is used for a fork", "fourth", "executable", "another", "set-executable", fork),
		{
			"freeze_support() chooses a start method", of(program),
			func(r *stage.Recording) { deny(r, main, "choose") },
			map[string]string{"freeze-support": `the attempt "choose" was refused`},
			nil,
		},
		one("freeze_support() does something", main, "freeze support", 1.0, "freeze-support"),
	}
}

func handlerMutants() []mutant {
	program := helpersProgram
	ran := func(role, kind string) func(r *stage.Recording) {
		return func(r *stage.Recording) {
			e := first(r, "enter", role)
			e.Event, e.Data = "handler", map[string]any{"kind": kind}
			insert(r, position(r, "last", main), e)
		}
	}
	unrun := func(r *stage.Recording) {
		remove(r, func(e stage.Event) bool { return e.Event == "handler" && text(e, "kind") == "atexit" })
	}
	return []mutant{
		{
			"a spawned child's exit handler is not run", of(program, spawn), unrun,
			map[string]string{"handlers-child": "the child's exit handlers that were run"},
			[]string{"handlers-order"},
		},
		{
			"a server's child's exit handler is not run by 3.15",
			[]string{"cpython-3.15/forkserver/" + program},
			unrun,
			map[string]string{"handlers-child": "the child's exit handlers that were run"},
			[]string{"handlers-order"},
		},
		{
			"a forked child's exit handler is run before 3.13", of(program, fork, forkserver), ran("first", "atexit"),
			map[string]string{"handlers-child": "the child's exit handlers that were run"},
			[]string{"handlers-order"},
		},
		{
			"main's exit handler is run in a child", of(program), ran("third", main),
			map[string]string{"handlers-inherited": "the processes that ran main's exit handler"},
			nil,
		},
		{
			"main's exit handler is not run", of(program),
			func(r *stage.Recording) { silence(r, "handler", main) },
			map[string]string{"handlers-inherited": "the processes that ran main's exit handler"},
			nil,
		},
		{
			"the exit handler of a terminated child is run", of(program), ran("second", "atexit"),
			map[string]string{"handlers-terminated": "the exit handlers that were run"},
			nil,
		},
		{
			"the terminated child is not joined", of(program),
			func(r *stage.Recording) { unjoined(r, "second") },
			map[string]string{"handlers-terminated": "main must join it"},
			nil,
		},
		{
			"an exit handler changes the status", of(program),
			func(r *stage.Recording) { joinedWith(r, "third", 9) },
			map[string]string{"handlers-exit": "the child Expected"},
			nil,
		},
	}
}
