package conformance

import (
	"maps"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func daemonMutants() []mutant {
	const program = "daemons"
	flag := func(name, role, what string, value any, id string) mutant {
		return mutant{
			name, of(program), func(r *stage.Recording) { answersOf(r, role, what, value) },
			map[string]string{id: `the answer to "` + what + `" of ` + role},
			nil,
		}
	}
	accept := func(e *stage.Event) {
		maps.DeleteFunc(e.Data, func(field string, _ any) bool { return field != "what" })
		e.Data["refused"], e.Data["value"] = false, nil
	}
	return []mutant{
		flag("main is daemonic", main, "own flag", true, "daemon-default"),
		flag("main's children are daemonic", main, "default flag", true, "daemon-default"),
		flag("a child is daemonic that nobody made so", child, "own flag", true, "daemon-default"),
		flag("the daemon does not know that it is one", daemon, "own flag", false, "daemon-set"),
		flag("the daemon's children are not daemonic", daemon, "default flag", false, "daemon-inherited"),
		flag("another child's children are daemonic", child, "default flag", true, "daemon-inherited"),
		{
			"the flag cannot be set", of(program),
			func(r *stage.Recording) {
				tried(r, "before start", func(e *stage.Event) { e.Data["refused"], e.Data["message"] = true, "no" })
			},
			map[string]string{"daemon-set": `the attempt "before start" was refused`},
			nil,
		},
		{
			"the flag can be set after the start", of(program),
			func(r *stage.Recording) { tried(r, "after start", accept) },
			map[string]string{"daemon-fixed": `the attempt "after start" was not refused`},
			nil,
		},
		{
			"the flag is refused with another error", of(program),
			func(r *stage.Recording) {
				tried(r, "after start", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
			},
			map[string]string{"daemon-fixed": "must be refused with AssertionError and was with ValueError"},
			nil,
		},
		{
			"the daemon may have a daemonic child", of(program),
			func(r *stage.Recording) { triedBy(r, daemon, "daemonic child", accept) },
			map[string]string{"daemon-childless": `the attempt "daemonic child" was not refused`},
			[]string{"daemon-childless-message"},
		},
		{
			"the daemon may have a child that is not daemonic", of(program),
			func(r *stage.Recording) { triedBy(r, daemon, "other child", accept) },
			map[string]string{"daemon-childless": `the attempt "other child" was not refused`},
			nil,
		},
		{
			"the list of active children lacks the daemon", of(program),
			func(r *stage.Recording) {
				tried(r, "active", func(e *stage.Event) { e.Data["value"] = e.Data["value"].([]any)[1:] })
			},
			map[string]string{"daemon-active": `the answer to "active" of main`},
			nil,
		},
		{
			"main starts one child only", of(program),
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return e.Event == "started" && text(e, "child") == child })
			},
			map[string]string{"daemon-active": "the children that main started"},
			nil,
		},
		{
			"the daemon comes to its own end", of(program),
			func(r *stage.Recording) {
				e := first(r, "enter", daemon)
				e.Event = "leave"
				insert(r, position(r, "exit", main), e)
			},
			map[string]string{"daemon-terminated": "the end of the daemon's target"},
			nil,
		},
		{
			"the daemon is alive when main has ended", of(program),
			func(r *stage.Recording) {
				addRow(r, stage.AtExit, platform.Process{PID: pidOf(r, daemon), PPID: 1, Name: "python3"})
			},
			map[string]string{"daemon-terminated": "the daemon must not be alive when main has ended"},
			nil,
		},
		{
			"the daemon is terminated while main has statements left", of(program),
			func(r *stage.Recording) { put(r, "gone", child, "last", main) },
			map[string]string{"daemon-terminated": "the daemon must live as long as main has statements left"},
			nil,
		},
		{
			"the daemon is terminated after the child has ended", of(program),
			func(r *stage.Recording) { silence(r, "gone", child) },
			nil,
			[]string{"daemon-order"},
		},
		{
			"the daemon ends with status 0", of(program),
			func(r *stage.Recording) { status(r, daemon, 0.0) },
			map[string]string{"daemon-status": "the daemon's exit status"},
			nil,
		},
		{
			"the daemon's status is not known", of(program),
			func(r *stage.Recording) { status(r, daemon, nil) },
			map[string]string{"daemon-status": "main must know the daemon's exit status"},
			nil,
		},
		{
			"the daemon's finally clause is run", of(program),
			func(r *stage.Recording) {
				e := first(r, "enter", daemon)
				e.Event = "finally"
				insert(r, position(r, "exit", main), e)
			},
			map[string]string{"daemon-finally": "the daemon's finally clause"},
			nil,
		},
		{
			"the daemon's output is flushed", of(program),
			func(r *stage.Recording) { r.Stdout += "the daemon has not flushed this\n" },
			nil,
			[]string{"daemon-output"},
		},
	}
}
