package conformance

import (
	"slices"

	"github.com/singdance/singdance/stage"
)

func originMutants() []mutant {
	list := []mutant{
		originMutant("a forked child of a main from standard input does not enter", fork, func(r *stage.Recording) {
			silence(r, "enter", "stdin local")
		}, "origin-fork", "the local child of a main from stdin"),
		originMutant("a forked child whose target stands elsewhere ends with status 1", fork, func(r *stage.Recording) {
			ends(r, "command", guest, 1.0)
		}, "origin-fork", "the guest child of a main from command"),
		{
			"a child of a fork is not told of", of(mainOrigins, fork),
			func(r *stage.Recording) { silence(r, "exit", "zip") },
			map[string]string{"origin-fork": "the local child of a main from zip"},
			nil,
		},
		{
			"the main module has its own name in children", of(mainOrigins, spawn, forkserver),
			func(r *stage.Recording) { said(r, "module", "script local", "name", "__main__") },
			nil,
			[]string{"origin-name"},
		},
		{
			"a child's command line is another one", of(mainOrigins),
			func(r *stage.Recording) { said(r, "module", "module local", "arguments", []any{"-c"}) },
			nil,
			[]string{"origin-described"},
		},
		{
			"no child describes the main module", of(mainOrigins),
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return e.Event == "module" })
			},
			nil,
			[]string{"origin-name", "origin-described"},
		},
	}
	for origin, id := range map[string]string{
		"script": "origin-script", "bare": "origin-bare", "module": "origin-module", "submodule": "origin-module", "compiled": "origin-compiled",
	} {
		list = append(list,
			originMutant(origin+": a child cannot import the main module", "", func(r *stage.Recording) {
				fails(r, origin, local, "AttributeError")
			}, id, "the local child of a main from "+origin),
			mutant{
				origin + ": a child's target is run and not ended", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) { silence(r, "leave", origin+" "+local) },
				map[string]string{id: "the local child of a main from " + origin, "origin-failure": "the local child of a main from " + origin},
				nil,
			},
			mutant{
				origin + ": a target is not run, and nobody is told", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) {
					silence(r, "enter", origin+" "+local)
				},
				map[string]string{id: "the local child of a main from " + origin, "origin-failure": "the end of the local child of a main from " + origin},
				nil,
			},
		)
	}
	for _, origin := range []string{"package", "directory", "zip", "command"} {
		list = append(list,
			mutant{
				origin + ": a target elsewhere is not found", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) { fails(r, origin, guest, "AttributeError") },
				map[string]string{"origin-guest": "the guest child of a main from " + origin},
				[]string{"origin-" + origin},
			},
			mutant{
				origin + ": start refuses a target of the main module", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) { refuseStart(r, origin, local, "PicklingError") },
				nil,
				[]string{"origin-" + origin},
			},
		)
	}
	for _, origin := range []string{"package", "directory", "zip", "command", "stdin"} {
		list = append(list,
			mutant{
				origin + ": a child fails with status 0", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) { ends(r, origin, local, 0.0) },
				map[string]string{"origin-failure": "the end of the local child of a main from " + origin},
				[]string{"origin-" + origin},
			},
			mutant{
				origin + ": main fails with its child", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) {
					tried(r, origin, func(e *stage.Event) { e.Data["value"].(map[string]any)["status"] = 1.0 })
				},
				map[string]string{"origin-failure": "main from " + origin + " must end with status 0"},
				nil,
			},
			mutant{
				origin + ": nothing is said of what failed", of(mainOrigins, spawn, forkserver),
				func(r *stage.Recording) {
					tried(r, origin, func(e *stage.Event) { e.Data["value"].(map[string]any)["errors"] = []any{} })
				},
				map[string]string{"origin-failure": "the end of the local child of a main from " + origin},
				[]string{"origin-" + origin},
			},
		)
	}
	return append(list, mutant{
		"of two children that fail one prints its error", of(mainOrigins, spawn, forkserver),
		func(r *stage.Recording) {
			tried(r, "stdin", func(e *stage.Event) {
				value := e.Data["value"].(map[string]any)
				value["errors"] = value["errors"].([]any)[:1]
			})
		},
		map[string]string{"origin-failure": "the errors printed by the children of a main from stdin"},
		nil,
	})
}

// originMutant fails one behavior of children that fork has made, or all that import the main module if method is empty.
func originMutant(name, method string, change func(r *stage.Recording), id, reason string) mutant {
	methods := importing()
	if method != "" {
		methods = []string{method}
	}
	return mutant{name, of(mainOrigins, methods...), change, map[string]string{id: reason}, nil}
}

// ends changes the status that a main knows of its child.
func ends(r *stage.Recording, origin, child string, code float64) {
	all(r, "exit", origin, func(e *stage.Event) {
		e.Data["exitcodes"].(map[string]any)[origin+" "+child] = code
	})
}

// fails makes a child one that never comes to its target.
func fails(r *stage.Recording, origin, child, class string) {
	remove(r, func(e stage.Event) bool {
		return e.Role == origin+" "+child && slices.Contains([]string{"enter", "leave"}, e.Event)
	})
	ends(r, origin, child, 1)
	tried(r, origin, func(e *stage.Event) {
		value := e.Data["value"].(map[string]any)
		value["errors"] = append(value["errors"].([]any), class+": of no interest")
	})
}

// refuseStart makes a child one that start() refuses.
func refuseStart(r *stage.Recording, origin, child, class string) {
	fails(r, origin, child, class)
	all(r, "attempt", origin, func(e *stage.Event) {
		if text(*e, "what") == "start "+child {
			e.Data["refused"], e.Data["types"] = true, []any{class, "Exception"}
		}
	})
	all(r, "exit", origin, func(e *stage.Event) { delete(e.Data["exitcodes"].(map[string]any), origin+" "+child) })
}
