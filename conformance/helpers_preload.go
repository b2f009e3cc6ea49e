package conformance

import (
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// preloadBehaviors are about what a server and its children are begun with.
func preloadBehaviors() []Behavior {
	preload := documented("set_forkserver_preload()", "multiprocessing.set_forkserver_preload")
	return []Behavior{
		{
			ID: "preload", Group: GroupHelpers, Level: Core, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "A module that was named for preloading before the first start MUST be imported when a child begins, even if another one cannot be.",
			Sources:   []Source{preload},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "preload")
				answeredBy(g, r, "first", "preloaded", true)
			},
		},
		{
			ID: "preload-late", Group: GroupHelpers, Level: Extended, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "A module that is named for preloading when the server is there already SHOULD NOT be imported by that server.",
			Sources:   []Source{preload},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answeredBy(g, r, "second", "preloaded late", false)
			},
		},
		{
			ID: "preload-elsewhere", Group: GroupHelpers, Level: Extended, Program: helpersProgram, Methods: []string{spawn, fork},
			Statement: "Under spawn and fork, naming modules for preloading SHOULD be accepted and without effect.",
			Sources:   []Source{preload},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "preload")
				answeredBy(g, r, "first", "preloaded", false)
			},
		},
		{
			ID: "preload-beside", Group: GroupHelpers, Level: Observation, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "Which process imports a module that stands beside the main one and was named for preloading.",
			Sources:   []Source{{"set_forkserver_preload() silent preload import failures when sys.path is required", "https://github.com/python/cpython/issues/117378"}},
			Observe:   observePreloadBeside,
		},
		{
			ID: "set-executable", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "After another executable was set, a child MUST run in it under spawn, and under forkserver once there is another server, but not under fork.",
			Sources:   []Source{documented("set_executable()", "multiprocessing.set_executable")},
			Applies: func(i implementation.Implementation) string {
				if i.Platform == "win32" {
					return "the program's other executable is a script, which Windows does not execute"
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "set executable")
				expected := "another"
				switch r.Method {
				case fork:
					expected = "the same"
				case forkserver:
					accepted(g, r, "replace server")
				}
				answeredBy(g, r, "fourth", "executable", expected)
			},
		},
	}
}

func observePreloadBeside(r *stage.Recording) string {
	unlessLacking(r, "preload")
	imported, entered := told(r, "imported", ""), told(r, "enter", "first")
	switch {
	case len(imported) == 0 || len(entered) == 0:
		return "none"
	case imported[0].PID == entered[0].PPID:
		return "the server"
	case imported[0].PID == entered[0].PID:
		return "the child that needs it"
	}
	return "another process"
}
