package conformance

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// mutant is a wrong recording: a good one in which one thing is changed. Of all behaviors that are judged on it, exactly
// those in fails must fail, each with a reason that says what is in its text; every other one must pass. Where a mutant
// is made of several recordings, what does not concern the start method of one is not asked of it.
type mutant struct {
	name    string
	of      []string // good recordings
	change  func(r *stage.Recording)
	fails   map[string]string // behavior → a part of the reason
	changes []string          // observations whose value is another one than in the good recording
}

// of is the recordings of a program by CPython 3.12 under the start methods, all three if none is named.
func of(program string, methods ...string) []string {
	if methods == nil {
		methods = []string{spawn, fork, forkserver}
	}
	var names []string
	for _, method := range methods {
		names = append(names, "cpython-3.12/"+method+"/"+program)
	}
	return names
}

// mutants lists every wrong recording.
func mutants() []mutant {
	return slices.Concat(
		methodMutants(), choiceMutants(), argumentMutants(), castMutants(), identityMutants(), concurrencyMutants(),
		guardMutants(), unguardedChoiceMutants(), forkGuardMutants(), exitMutants(), exitStatusMutants(),
		originMutants(), inheritanceMutants(), threadMutants(), statusMutants(), lifeMutants(),
		contextMutants(), picklingMutants(),
		parentEndMutants(), daemonMutants(), nestingMutants(), helperMutants(), leftoverMutants(), handlerMutants(),
	)
}

func methodMutants() []mutant {
	program := "choose-method"
	return []mutant{
		{
			"the default is another one than documented", of(program),
			func(r *stage.Recording) {
				r.Implementation.Default = spawn
				said(r, "offer", main, "methods", []any{spawn, fork, forkserver})
			},
			map[string]string{"default-method": "the method used when none was chosen"},
			[]string{"default-seen"},
		},
		{
			"3.15 still forks by default",
			[]string{"cpython-3.15/forkserver/" + program},
			func(r *stage.Recording) {
				r.Implementation.Default = fork
				said(r, "offer", main, "methods", []any{fork, spawn, forkserver})
			},
			map[string]string{"default-method": "the method used when none was chosen"},
			[]string{"default-seen"},
		},
		{
			"macOS forks by default",
			[]string{"cpython-3.12/spawn/" + program + darwin},
			func(r *stage.Recording) {
				r.Implementation.Default = fork
				said(r, "offer", main, "methods", []any{fork, spawn, forkserver})
			},
			map[string]string{"default-method": "the method used when none was chosen"},
			[]string{"default-seen"},
		},
		{
			"the default is not the first in the list", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{spawn, fork, forkserver}) },
			map[string]string{"default-first": "the list of all start methods"},
			nil,
		},
		{
			"the list holds a name that is empty", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{fork, spawn, forkserver, ""}) },
			map[string]string{"default-first": "the list of all start methods"},
			nil,
		},
		{
			"the list is empty", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{}) },
			map[string]string{"default-first": "the list of all start methods", "methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"the offer holds no list", of(program),
			func(r *stage.Recording) { all(r, "offer", main, func(e *stage.Event) { delete(e.Data, "methods") }) },
			map[string]string{"default-first": "the list of all start methods", "methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"the list is not told", of(program),
			func(r *stage.Recording) { silence(r, "offer", "") },
			map[string]string{
				"default-first": `main must tell "offer" exactly once`, "methods-complete": `main must tell "offer" exactly once`,
				"method-unset": `main must tell "offer" exactly once`,
			},
			nil,
		},
		{
			"the list is told twice", of(program),
			func(r *stage.Recording) { repeat(r, "offer", main) },
			map[string]string{
				"default-first": `main must tell "offer" exactly once`, "methods-complete": `main must tell "offer" exactly once`,
				"method-unset": `main must tell "offer" exactly once`,
			},
			nil,
		},
		{
			"spawn is missing in the list", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{fork, forkserver}) },
			map[string]string{"methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"fork is missing in the list of a POSIX platform",
			[]string{"cpython-3.12/spawn/" + program + darwin},
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{spawn, forkserver}) },
			map[string]string{"methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"forkserver is missing in the list although descriptors can be passed", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{fork, spawn}) },
			map[string]string{"methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"Windows offers fork",
			[]string{"cpython-3.12/spawn/" + program + windows},
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{spawn, fork}) },
			map[string]string{"methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"Windows offers forkserver",
			[]string{"cpython-3.12/spawn/" + program + windows},
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{spawn, forkserver}) },
			map[string]string{"methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"a library has methods of its own on Windows, which is right",
			[]string{"cpython-3.12/spawn/" + program + windows},
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{spawn, "loky", "loky_init_main"}) },
			nil, nil,
		},
		{
			"Windows does not offer spawn",
			[]string{"cpython-3.12/spawn/" + program + windows},
			func(r *stage.Recording) { said(r, "offer", main, "methods", []any{}) },
			map[string]string{"default-first": "the list of all start methods", "methods-complete": "the list of all start methods"},
			nil,
		},
		{
			"one of the reported methods has no context", of(program),
			func(r *stage.Recording) {
				tried(r, "context forkserver", func(e *stage.Event) { e.Data["refused"] = true })
			},
			map[string]string{"method-context": "the context of forkserver"},
			nil,
		},
		{
			"a context was not asked for", of(program),
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return text(e, "what") == "context fork" })
			},
			map[string]string{"method-context": `the attempt "context fork" must be told once`},
			nil,
		},
		{
			"what came of a context is not told", of(program),
			func(r *stage.Recording) {
				tried(r, "context spawn", func(e *stage.Event) { delete(e.Data, "refused") })
			},
			map[string]string{"method-context": "the context of spawn"},
			nil,
		},
		{
			"a method is chosen before any is", of(program),
			func(r *stage.Recording) { said(r, "offer", main, "chosen", fork) },
			map[string]string{"method-unset": "the method chosen at the beginning"},
			nil,
		},
		{
			"which method is chosen is not told", of(program),
			func(r *stage.Recording) { all(r, "offer", main, func(e *stage.Event) { delete(e.Data, "chosen") }) },
			map[string]string{"method-unset": "the method chosen at the beginning"},
			nil,
		},
	}
}

func choiceMutants() []mutant {
	program := "choose-method"
	unavailable := []string{"cpython-3.12/spawn/" + program + windows}
	refusal := func(what, id, class string) []mutant {
		return []mutant{
			{
				"the attempt " + what + " is accepted", of(program),
				func(r *stage.Recording) { tried(r, what, func(e *stage.Event) { e.Data["refused"] = false }) },
				map[string]string{id: "the attempt \"" + what + "\" was not refused"},
				nil,
			},
			{
				"the attempt " + what + " is refused with an error of another class", of(program),
				func(r *stage.Recording) {
					tried(r, what, func(e *stage.Event) {
						e.Data["types"] = []any{"KeyError", "LookupError", "Exception"}
						e.Data["message"] = "no such key"
					})
				},
				map[string]string{id: "must be refused with " + class + " and was with KeyError, LookupError, Exception: no such key"},
				nil,
			},
			{
				"the class that the attempt " + what + " is refused with is not told", of(program),
				func(r *stage.Recording) { tried(r, what, func(e *stage.Event) { delete(e.Data, "types") }) },
				map[string]string{id: "must be refused with " + class + " and was with"},
				nil,
			},
			{
				"the attempt " + what + " is not made", of(program),
				func(r *stage.Recording) { remove(r, func(e stage.Event) bool { return text(e, "what") == what }) },
				map[string]string{id: "the attempt \"" + what + "\" must be told once"},
				nil,
			},
		}
	}
	return slices.Concat(refusal("again", "choice-again", "RuntimeError"), refusal("unknown", "choice-unknown", "ValueError"), []mutant{
		{
			"main reports another method than the chosen one", of(program),
			func(r *stage.Recording) { said(r, "method", main, "method", "another") },
			map[string]string{"choice-effect": "what main reports"},
			nil,
		},
		{
			"the child reports another method than the chosen one", of(program),
			func(r *stage.Recording) { said(r, "method", "child", "method", "another") },
			map[string]string{"choice-effect": "what child reports"},
			nil,
		},
		{
			"main does not report the method", of(program),
			func(r *stage.Recording) { silence(r, "method", main) },
			map[string]string{"choice-effect": `main must tell "method" exactly once`},
			nil,
		},
		{
			"the child does not report the method", of(program),
			func(r *stage.Recording) { silence(r, "method", "child") },
			map[string]string{"choice-effect": `child must tell "method" exactly once`},
			nil,
		},
		{
			"the child is never run", of(program),
			func(r *stage.Recording) { silence(r, "enter", "child") },
			map[string]string{"choice-effect": `child must tell "enter" exactly once`},
			nil,
		},
		{
			"the child's process table was not read", of(program),
			func(r *stage.Recording) { unread(r, "started") },
			map[string]string{"choice-effect": `the process table must have been read at "started"`},
			nil,
		},
		{
			"the child is not in the process table", of(program),
			func(r *stage.Recording) {
				removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, "child") })
			},
			map[string]string{"choice-effect": "the process table must have the child"},
			nil,
		},
		{
			"the child is a zombie already", of(program),
			func(r *stage.Recording) { row(r, "started", pidOf(r, "child")).State = platform.Zombie },
			map[string]string{"choice-effect": "the process table must have the child"},
			nil,
		},
		{
			"a forked child does not see what main has changed", of(program, fork),
			func(r *stage.Recording) { said(r, "enter", "child", "args", []any{"as imported"}) },
			map[string]string{"choice-effect": "a forked child's memory"},
			nil,
		},
		{
			"a spawned child sees what main has changed", of(program, spawn),
			func(r *stage.Recording) { said(r, "enter", "child", "args", []any{"changed by main"}) },
			map[string]string{"choice-effect": "a spawned child's memory"},
			nil,
		},
		{
			"a server's child sees what main has changed", of(program, forkserver),
			func(r *stage.Recording) { said(r, "enter", "child", "args", []any{"changed by main"}) },
			map[string]string{"choice-effect": "a server's child's memory"},
			nil,
		},
		{
			"the child receives nothing", of(program),
			func(r *stage.Recording) { said(r, "enter", "child", "args", []any{}) },
			map[string]string{"choice-effect": "child's memory"},
			nil,
		},
		{
			"what the child receives is not told", of(program),
			func(r *stage.Recording) { all(r, "enter", "child", func(e *stage.Event) { delete(e.Data, "args") }) },
			map[string]string{"choice-effect": "child's memory"},
			nil,
		},
		{
			"a forked child's parent is not main", of(program, fork),
			func(r *stage.Recording) { adopt(r, pidOf(r, "child"), unknownPID) },
			map[string]string{"choice-effect": "a forked child's parent must be main"},
			nil,
		},
		{
			"a spawned child's parent is not main", of(program, spawn),
			func(r *stage.Recording) { adopt(r, pidOf(r, "child"), unknownPID) },
			map[string]string{"choice-effect": "a spawned child's parent must be main"},
			nil,
		},
		{
			"the parent of a child's launcher is not main",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) { adopt(r, first(r, "enter", "child").PPID, unknownPID) },
			map[string]string{"choice-effect": "a spawned child's parent must be main"},
			nil,
		},
		{
			"a server's child is main's", of(program, forkserver),
			func(r *stage.Recording) { adopt(r, pidOf(r, "child"), mainPID(r)) },
			map[string]string{"choice-effect": "the parent of a server's child"},
			nil,
		},
		{
			"the choice by force is refused", of(program),
			func(r *stage.Recording) {
				tried(r, "force", func(e *stage.Event) {
					e.Data["refused"] = true
					e.Data["message"] = "context has already been set"
				})
			},
			map[string]string{"choice-force": "the attempt \"force\" was refused: context has already been set"},
			nil,
		},
		{
			"no choice by force is made", of(program),
			func(r *stage.Recording) { remove(r, func(e stage.Event) bool { return text(e, "what") == "force" }) },
			map[string]string{"choice-force": `the attempt "force" must be told once`},
			nil,
		},
		{
			"a method that is not available is accepted", unavailable,
			func(r *stage.Recording) {
				tried(r, "unavailable forkserver", func(e *stage.Event) { e.Data["refused"] = false })
			},
			map[string]string{"choice-unavailable": `the attempt "unavailable forkserver" was not refused`},
			nil,
		},
		{
			"a method that is not available is refused with an error of another class", unavailable,
			func(r *stage.Recording) {
				tried(r, "unavailable fork", func(e *stage.Event) { e.Data["types"] = []any{"OSError", "Exception"} })
			},
			map[string]string{"choice-unavailable": `the attempt "unavailable fork" must be refused with ValueError and was with OSError, Exception`},
			nil,
		},
		{
			"a method that is not available was not tried", unavailable,
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return text(e, "what") == "unavailable fork" })
			},
			map[string]string{"choice-unavailable": `the attempt "unavailable fork" must be told once`},
			nil,
		},
		{
			"a refused choice fixes the method", of(program),
			func(r *stage.Recording) { said(r, "unchosen", main, "chosen", fork) },
			map[string]string{"choice-refusal-harmless": "the method chosen after the refused choices"},
			nil,
		},
		{
			"what a refused choice leaves is not told", of(program),
			func(r *stage.Recording) { silence(r, "unchosen", main) },
			map[string]string{"choice-refusal-harmless": `main must tell "unchosen" exactly once`},
			nil,
		},
	})
}

func argumentMutants() []mutant {
	var list []mutant
	for _, p := range []struct{ id, program string }{
		{"args-position", "sing-dance-args"}, {"args-name", "sing-dance-kwargs"}, {"args-both", "sing-dance-both"},
	} {
		for _, role := range singAndDance() {
			byPosition, byName := "what "+role+" received by position", "what "+role+" received by name"
			list = append(list,
				mutant{
					p.program + ": " + role + " receives one more by position", of(p.program),
					func(r *stage.Recording) {
						all(r, "enter", role, func(e *stage.Event) { e.Data["args"] = append(e.Data["args"].([]any), "more") })
					},
					map[string]string{p.id: byPosition},
					nil,
				},
				mutant{
					p.program + ": " + role + " receives one more by name", of(p.program),
					func(r *stage.Recording) {
						all(r, "enter", role, func(e *stage.Event) { e.Data["kwargs"].(map[string]any)["more"] = true })
					},
					map[string]string{p.id: byName},
					nil,
				},
				mutant{
					p.program + ": " + role + " never enters", of(p.program),
					func(r *stage.Recording) { silence(r, "enter", role) },
					map[string]string{p.id: role + ` must tell "enter" exactly once`},
					nil,
				},
				mutant{
					p.program + ": " + role + " enters twice", of(p.program),
					func(r *stage.Recording) { repeat(r, "enter", role) },
					map[string]string{p.id: role + ` must tell "enter" exactly once`},
					nil,
				},
				mutant{
					p.program + ": " + role + " does not tell what it received", of(p.program),
					func(r *stage.Recording) {
						all(r, "enter", role, func(e *stage.Event) { delete(e.Data, "args"); delete(e.Data, "kwargs") })
					},
					map[string]string{p.id: byPosition},
					nil,
				},
			)
		}
		list = append(list, mutant{
			p.program + ": the children receive each other's arguments", of(p.program),
			func(r *stage.Recording) {
				one, other := first(r, "enter", sing), first(r, "enter", dance)
				for _, field := range []string{"args", "kwargs"} {
					one.Data[field], other.Data[field] = other.Data[field], one.Data[field]
				}
			},
			map[string]string{p.id: "what sing received by "},
			nil,
		})
	}
	return append(list,
		mutant{
			"arguments come in another order", of("sing-dance-args"),
			func(r *stage.Recording) { said(r, "enter", dance, "args", []any{-7.0, "跳舞"}) },
			map[string]string{"args-position": "what dance received by position"},
			nil,
		},
		mutant{
			"a number comes as a text", of("sing-dance-args"),
			func(r *stage.Recording) { said(r, "enter", dance, "args", []any{"跳舞", "-7"}) },
			map[string]string{"args-position": "what dance received by position"},
			nil,
		},
		mutant{
			"nothing in a list is lost", of("sing-dance-args"),
			func(r *stage.Recording) { said(r, "enter", sing, "args", []any{"唱歌", 2.0, []any{0.5}}) },
			map[string]string{"args-position": "what sing received by position"},
			nil,
		},
		mutant{
			"a text is mangled", of("sing-dance-kwargs"),
			func(r *stage.Recording) {
				said(r, "enter", sing, "kwargs", map[string]any{"song": "??", "verses": []any{1.0, 2.0}})
			},
			map[string]string{"args-name": "what sing received by name"},
			nil,
		},
		mutant{
			"what has no value is lost", of("sing-dance-both"),
			func(r *stage.Recording) { said(r, "enter", dance, "kwargs", map[string]any{}) },
			map[string]string{"args-both": "what dance received by name"},
			nil,
		},
		mutant{
			"sing receives an argument that nobody gave", of("sing-dance"),
			func(r *stage.Recording) { said(r, "enter", sing, "args", []any{"more"}) },
			map[string]string{"args-none": "what sing received by position"},
			nil,
		},
		mutant{
			"dance receives an argument by name that nobody gave", of("sing-dance"),
			func(r *stage.Recording) { said(r, "enter", dance, "kwargs", map[string]any{"more": 1.0}) },
			map[string]string{"args-none": "what dance received by name"},
			nil,
		},
	)
}

// castMutants are those in which one of the three is not on stage as it should: all that needs it fails.
func castMutants() []mutant {
	program := "sing-dance"
	onStage := func(reason string, but ...string) map[string]string {
		fails := map[string]string{}
		for _, id := range []string{
			"args-none", "pids-distinct", "pid-told", "ids-agree", "ppid-shared", "ppid-parent", "ppid-server",
			"parent-process", "process-names", "children-together", "exit-waits",
		} {
			if !slices.Contains(but, id) {
				fails[id] = reason
			}
		}
		return fails
	}
	var list []mutant
	for _, role := range singAndDance() {
		list = append(list,
			mutant{
				role + " never enters", of(program),
				func(r *stage.Recording) { silence(r, "enter", role) },
				onStage(role + ` must tell "enter" exactly once`),
				[]string{"helpers"},
			},
			mutant{
				role + " enters twice", of(program),
				func(r *stage.Recording) { repeat(r, "enter", role) },
				onStage(role + ` must tell "enter" exactly once`), nil,
			},
		)
	}
	return append(list, mutant{
		"main does not tell that it began", of(program),
		func(r *stage.Recording) { silence(r, "body", main) },
		// What a child received, and is called, does not depend on main's word.
		onStage("main must tell that it began", "args-none", "process-names"),
		[]string{"body-runs"},
	})
}

func identityMutants() []mutant {
	program := "sing-dance"
	inMain := func(role string) func(r *stage.Recording) {
		return func(r *stage.Recording) {
			top := first(r, "body", main)
			all(r, "started", main, func(e *stage.Event) {
				if text(*e, "child") == role {
					e.Data["child_pid"] = float64(top.PID)
				}
			})
			for _, event := range []string{"enter", "ask", "line", "leave"} {
				all(r, event, role, func(e *stage.Event) { e.PID, e.PPID = top.PID, top.PPID })
			}
		}
	}
	return []mutant{
		{
			"sing is run in main's process", of(program), inMain(sing),
			map[string]string{
				"pids-distinct": "sing and main", "ppid-shared": "the parent ids of sing and dance",
				"ppid-parent": "the parent id that sing says", "ppid-server": "the parent of dance in the process table",
			},
			[]string{"helpers"},
		},
		{
			"dance is run in main's process", of(program), inMain(dance),
			map[string]string{
				"pids-distinct": "dance and main", "ppid-shared": "the parent ids of sing and dance",
				"ppid-parent": "the parent id that dance says", "ppid-server": "the parent of dance in the process table",
			},
			[]string{"helpers"},
		},
		{
			"sing and dance are run in one process", of(program),
			func(r *stage.Recording) {
				one := pidOf(r, dance)
				all(r, "started", main, func(e *stage.Event) { e.Data["child_pid"] = float64(one) })
				for _, event := range []string{"enter", "ask", "line", "leave"} {
					all(r, event, sing, func(e *stage.Event) { e.PID = one })
				}
			},
			map[string]string{"pids-distinct": "sing and dance"},
			[]string{"helpers"},
		},
		{
			"main is told another id of sing", of(program),
			func(r *stage.Recording) {
				e := first(r, "started", main)
				e.Data["child_pid"] = float64(unknownPID)
			},
			map[string]string{"pid-told": "the id that main was told of sing"},
			nil,
		},
		{
			"main is told another id of dance", of(program),
			func(r *stage.Recording) { told(r, "started", main)[1].Data["child_pid"] = float64(unknownPID) },
			map[string]string{"pid-told": "the id that main was told of dance"},
			nil,
		},
		{
			"main is told no ids", of(program),
			func(r *stage.Recording) { said(r, "started", main, "child_pid", nil) },
			map[string]string{"pid-told": "the id that main was told of sing"},
			nil,
		},
		{
			"main is told the launchers' ids",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				for n, role := range singAndDance() {
					told(r, "started", main)[n].Data["child_pid"] = float64(first(r, "enter", role).PPID)
				}
			},
			map[string]string{"pid-told": "the id that main was told of sing"},
			nil,
		},
		{
			"main tells of the children in the other order", of(program),
			func(r *stage.Recording) {
				n := position(r, "started", main)
				r.Events[n], r.Events[n+1] = r.Events[n+1], r.Events[n]
			},
			map[string]string{"pid-told": "the child that main started as number 1"},
			nil,
		},
		{
			"main starts one child more", of(program),
			func(r *stage.Recording) {
				e := first(r, "started", main)
				e.Data = map[string]any{"child": "act", "child_pid": float64(unknownPID), "process": "Process-3"}
				insert(r, position(r, "last", main), e)
			},
			map[string]string{"pid-told": "main must tell that it started two children"},
			nil,
		},
		{
			"main tells of one child only", of(program),
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return e.Event == "started" && text(e, "child") == dance })
			},
			map[string]string{
				"pid-told":      "main must tell that it started two children",
				"process-names": "main must tell that it started dance",
			},
			nil,
		},
		{
			"sing says another id than it has", of(program),
			func(r *stage.Recording) {
				all(r, "enter", sing, func(e *stage.Event) { e.PID = unknownPID })
				told(r, "started", main)[0].Data["child_pid"] = float64(unknownPID)
			},
			map[string]string{
				"ids-agree":         "sing says that it is process 999, which the process table does not have",
				"ppid-parent":       "sing's parent in the process table",
				"ppid-server":       "the parent of dance in the process table",
				"children-together": "process 999 must be alive while both children wait",
			},
			[]string{"helpers"},
		},
		{
			"main says another id than it has", of(program),
			func(r *stage.Recording) {
				for n := range r.Events {
					if e := &r.Events[n]; e.Role == main {
						e.PID = unknownPID
					}
				}
			},
			map[string]string{
				"ids-agree": "main says that it is process 999", "ppid-parent": "the parent id that sing says",
				"ppid-server": "the parent of the server", "parent-process": "sing's parent_process()",
				"children-together": "process 999 must be alive while both children wait",
				"exit-waits":        "main must be alive after its last statement",
			},
			nil,
		},
		{
			"main behind a launcher says another parent than it has",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) { all(r, "body", main, func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{"ids-agree": "the parent id that main says"},
			nil,
		},
		{
			"both children say another parent than they have", of(program),
			func(r *stage.Recording) { all(r, "enter", "", func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{
				"ids-agree": "the parent id that sing says", "ppid-parent": "the parent id that sing says",
				"ppid-server": "the parent id that sing says",
			},
			nil,
		},
		{
			"dance says another parent than it has", of(program),
			func(r *stage.Recording) { all(r, "enter", dance, func(e *stage.Event) { e.PPID = unknownPID }) },
			map[string]string{
				"ids-agree": "the parent id that dance says", "ppid-shared": "the parent ids of sing and dance",
				"ppid-parent": "the parent id that dance says", "ppid-server": "the parent id that dance says",
			},
			nil,
		},
		{
			"the launchers are said to be one",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				all(r, "enter", dance, func(e *stage.Event) { e.PPID = first(r, "enter", sing).PPID })
			},
			map[string]string{
				"ids-agree": "the parent id that dance says", "ppid-shared": "the two launchers",
				"ppid-parent": "the parent id that dance says",
			},
			nil,
		},
		{
			"one launcher starts both children",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				spare := first(r, "enter", dance).PPID
				adopt(r, pidOf(r, dance), first(r, "enter", sing).PPID)
				removeRows(r, func(p platform.Process) bool { return p.PID == spare })
			},
			map[string]string{"ppid-parent": "the parent id that sing says"},
			[]string{"helpers"},
		},
		{
			"only sing has a launcher",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				spare := first(r, "enter", dance).PPID
				adopt(r, pidOf(r, dance), mainPID(r))
				removeRows(r, func(p platform.Process) bool { return p.PID == spare })
			},
			map[string]string{"ppid-shared": "the parent ids of sing and dance"},
			nil,
		},
		{
			"only dance has a launcher",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				spare := first(r, "enter", sing).PPID
				adopt(r, pidOf(r, sing), mainPID(r))
				removeRows(r, func(p platform.Process) bool { return p.PID == spare })
			},
			map[string]string{"ppid-shared": "the parent ids of sing and dance"},
			nil,
		},
		{
			"the launchers are not main's",
			[]string{"cpython-3.12/spawn/" + program + windowsLaunchers},
			func(r *stage.Recording) {
				for _, role := range singAndDance() {
					adopt(r, first(r, "enter", role).PPID, unknownPID)
				}
			},
			map[string]string{"ppid-shared": "the parent ids of sing and dance", "ppid-parent": "the parent id that sing says"},
			[]string{"helpers"},
		},
		{
			"the children are started by another process than main", of(program, spawn, fork),
			func(r *stage.Recording) {
				addRow(r, "together", platform.Process{PID: unknownPID, PPID: mainPID(r), Name: "server"})
				for _, role := range singAndDance() {
					adopt(r, pidOf(r, role), unknownPID)
				}
			},
			map[string]string{"ppid-parent": "the parent id that sing says"},
			[]string{"helpers"},
		},
		{
			"the operating system knows another parent of dance than dance does", of(program, spawn, fork),
			func(r *stage.Recording) { row(r, "together", pidOf(r, dance)).PPID = unknownPID },
			map[string]string{
				"ids-agree": "the parent id that dance says", "ppid-parent": "dance's parent in the process table",
			},
			nil,
		},
		{
			"main itself is the server", of(program, forkserver),
			func(r *stage.Recording) {
				for _, role := range singAndDance() {
					adopt(r, pidOf(r, role), mainPID(r))
				}
			},
			map[string]string{"ppid-server": "the parent of sing in the process table"},
			nil,
		},
		{
			"there are two servers", of(program, forkserver),
			func(r *stage.Recording) {
				addRow(r, "together", platform.Process{PID: unknownPID, PPID: mainPID(r), Name: "server"})
				adopt(r, pidOf(r, dance), unknownPID)
			},
			map[string]string{
				"ppid-shared": "the parent ids of sing and dance", "ppid-server": "the parent of dance in the process table",
			},
			[]string{"helpers"},
		},
		{
			"the server is not main's child", of(program, forkserver),
			func(r *stage.Recording) { adopt(r, first(r, "enter", sing).PPID, 1) },
			map[string]string{"ppid-server": "the parent of the server in the process table"},
			nil,
		},
		{
			"the server is not in the process table", of(program, forkserver),
			func(r *stage.Recording) {
				server := first(r, "enter", sing).PPID
				removeRows(r, func(p platform.Process) bool { return p.PID == server })
			},
			map[string]string{"ppid-server": "the parent of the server in the process table"},
			[]string{"helpers"},
		},
		{
			"sing takes another process for its parent", of(program),
			func(r *stage.Recording) { said(r, "enter", sing, "parent_process", float64(unknownPID)) },
			map[string]string{"parent-process": "sing's parent_process()"},
			nil,
		},
		{
			"dance takes the server for its parent", of(program, forkserver),
			func(r *stage.Recording) {
				said(r, "enter", dance, "parent_process", float64(first(r, "enter", dance).PPID))
			},
			map[string]string{"parent-process": "dance's parent_process()"},
			nil,
		},
		{
			"the children know of no parent", of(program),
			func(r *stage.Recording) { said(r, "enter", "", "parent_process", nil) },
			map[string]string{"parent-process": "sing's parent_process()"},
			nil,
		},
		{
			"sing has another name where main is asked", of(program),
			func(r *stage.Recording) { first(r, "started", main).Data["process"] = "Process-0" },
			map[string]string{"process-names": "sing's name as main has it"},
			nil,
		},
		{
			"dance has another name where it is asked itself", of(program),
			func(r *stage.Recording) { said(r, "enter", dance, "process", "Process-1") },
			map[string]string{"process-names": "dance's name as it has it itself"},
			nil,
		},
		{
			"one child is told of under the other one's role", of(program),
			func(r *stage.Recording) { said(r, "started", main, "child", sing) },
			map[string]string{"pid-told": "the child that main started as number 2", "process-names": "main must tell that it started sing"},
			nil,
		},
	}
}

func concurrencyMutants() []mutant {
	program := "sing-dance"
	printed := func(change func(lines []string) []string) func(r *stage.Recording) {
		return func(r *stage.Recording) {
			r.Stdout = strings.Join(change(strings.SplitAfter(strings.TrimSuffix(r.Stdout, "\n"), "\n")), "")
		}
	}
	list := []mutant{
		{
			"the process table was not read while both wait", of(program),
			func(r *stage.Recording) { unread(r, "together") },
			map[string]string{
				"ids-agree": `the process table must have been read at "together"`, "ppid-shared": "the process table must",
				"ppid-parent": "the process table must", "ppid-server": "the process table must",
				"children-together": "the process table must", "exit-waits": "the process table must",
			},
			[]string{"helpers"},
		},
		{
			"main has ended while the children wait", of(program),
			func(r *stage.Recording) { row(r, "together", mainPID(r)).State = platform.Zombie },
			map[string]string{
				"ids-agree": "main says that it is process", "children-together": "must be alive while both children wait",
				"exit-waits": "main must be alive after its last statement while its children run",
			},
			nil,
		},
		{
			"the order of sing's lines is another one", of(program),
			func(r *stage.Recording) {
				beat := 4.0
				all(r, "line", sing, func(e *stage.Event) { beat--; e.Data["beat"] = beat })
			},
			map[string]string{"lines-ordered": "the order of sing's lines"},
			nil,
		},
		{
			"dance tells one line twice", of(program),
			func(r *stage.Recording) { repeat(r, "line", dance) },
			map[string]string{"lines-ordered": "the lines that dance told"},
			nil,
		},
		{
			"a run of no beats", of(program),
			func(r *stage.Recording) { r.Beats = 0; silence(r, "line", "") },
			map[string]string{"lines-ordered": "the lines that each child was to print"},
			nil,
		},
		{
			"sing leaves before it enters", of(program),
			func(r *stage.Recording) { put(r, "enter", sing, "exit", main) },
			map[string]string{"lines-ordered": "sing must enter before it leaves"},
			nil,
		},
		{
			"nothing is printed", of(program),
			func(r *stage.Recording) { r.Stdout = "" },
			map[string]string{"lines-ordered": "what sing printed"},
			nil,
		},
		{
			"what is printed is not UTF-8", of(program),
			func(r *stage.Recording) { r.Stdout = strings.ReplaceAll(r.Stdout, songs[dance], "??......") },
			map[string]string{"lines-ordered": "what dance printed"},
			nil,
		},
		{
			"lines are stuck together", of(program),
			func(r *stage.Recording) {
				r.Stdout = strings.Replace(r.Stdout, songs[sing]+"\n", songs[sing], 1)
			},
			map[string]string{"lines-ordered": "what sing printed"},
			nil,
		},
	}
	for _, role := range singAndDance() {
		list = append(list,
			mutant{
				role + " has ended before the other one began", of(program),
				func(r *stage.Recording) {
					removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, role) })
				},
				map[string]string{
					"ids-agree": role + " says that it is process", "ppid-parent": role + "'s parent in the process table",
					"ppid-server": "the parent of dance in the process table", "children-together": "must be alive",
				},
				nil,
			},
			mutant{
				role + " does not tell its last line", of(program),
				func(r *stage.Recording) {
					remove(r, func(e stage.Event) bool {
						return e.Event == "line" && e.Role == role && number(e, "beat") == 3
					})
				},
				map[string]string{"lines-ordered": "the lines that " + role + " told"},
				nil,
			},
			mutant{
				"one of " + role + "'s lines is not printed", of(program),
				func(r *stage.Recording) { r.Stdout = strings.Replace(r.Stdout, songs[role]+"\n", "", 1) },
				map[string]string{"lines-ordered": "what " + role + " printed"},
				nil,
			},
			mutant{
				"one of " + role + "'s lines is printed twice", of(program),
				func(r *stage.Recording) { r.Stdout += songs[role] + "\n" },
				map[string]string{"lines-ordered": "what " + role + " printed"},
				nil,
			},
			mutant{
				role + "'s first line is printed last", of(program),
				printed(func(lines []string) []string {
					n := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, role+": pid ") })
					line := lines[n]
					return append(slices.Delete(lines, n, n+1), "\n", line)
				}),
				map[string]string{"lines-ordered": role + "'s first line"},
				nil,
			},
			mutant{
				role + "'s first line is printed twice, and one of the others is not", of(program),
				func(r *stage.Recording) {
					r.Stdout = strings.Replace(r.Stdout, songs[role], firstLineOf(r, role), 1)
				},
				map[string]string{"lines-ordered": role + "'s further lines"},
				nil,
			},
		)
	}
	return list
}

// firstLineOf is what the child prints first, without its line end.
func firstLineOf(r *stage.Recording, role string) string {
	return strings.TrimSpace(firstLine(first(r, "enter", role)))
}

func guardMutants() []mutant {
	both := of(unguarded, spawn, forkserver)
	list := []mutant{
		{
			"nobody raises an error", both,
			func(r *stage.Recording) { silence(r, "error", "") },
			map[string]string{
				"guard-error":      "a process other than main must raise an error",
				"guard-each-child": "sing must raise the error", "guard-phase": "a process other than main must raise an error",
			},
			nil,
		},
		{
			"only main raises the error", both,
			func(r *stage.Recording) {
				top := first(r, "body", main)
				silence(r, "error", "")
				insert(r, position(r, "exit", main), stage.Event{
					Event: "error", Role: main, PID: top.PID, PPID: top.PPID,
					Data: map[string]any{"types": []any{"RuntimeError"}, "message": "bootstrapping", "phase": "body", "name": "__main__"},
				})
			},
			map[string]string{
				"guard-error":      "a process other than main must raise an error",
				"guard-each-child": "sing must raise the error", "guard-phase": "a process other than main must raise an error",
			},
			nil,
		},
		{
			"main raises an error as well", both,
			func(r *stage.Recording) {
				top := first(r, "body", main)
				insert(r, position(r, "exit", main), stage.Event{
					Event: "error", Role: main, PID: top.PID, PPID: top.PPID, Data: map[string]any{"types": []any{"OSError"}},
				})
			},
			map[string]string{"guard-each-child": "main's own errors"},
			nil,
		},
		{
			"the errors are of another class", both,
			func(r *stage.Recording) { said(r, "error", "", "types", []any{"OSError", "Exception"}) },
			map[string]string{"guard-error": "the error of process"},
			nil,
		},
		{
			"the second error is of another class", both,
			func(r *stage.Recording) { told(r, "error", "")[1].Data["types"] = []any{"OSError", "Exception"} },
			map[string]string{"guard-error": "the error of process"},
			nil,
		},
		{
			"the errors speak of something else", both,
			func(r *stage.Recording) { said(r, "error", "", "message", "no room") },
			map[string]string{"guard-error": "bootstrapping"},
			nil,
		},
		{
			"one child does not raise the error", both,
			func(r *stage.Recording) {
				silent := told(r, "error", "")[1].PID
				remove(r, func(e stage.Event) bool { return e.Event == "error" && e.PID == silent })
			},
			map[string]string{"guard-each-child": "must raise the error"},
			nil,
		},
		{
			"main starts one child only", both,
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return e.Event == "started" && text(e, "child") == dance })
			},
			map[string]string{"guard-each-child": "the children that main started"},
			nil,
		},
		{
			"it is the server that raises the error",
			[]string{"cpython-3.15/forkserver/" + unguarded},
			func(r *stage.Recording) {
				server := r.Events[slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == "body" && e.Role == "" })].PID
				all(r, "error", "", func(e *stage.Event) { e.PID = server })
			},
			map[string]string{"guard-each-child": "sing must raise the error"},
			nil,
		},
		{
			"the errors are raised in a target", both,
			func(r *stage.Recording) { said(r, "error", "", "phase", "target") },
			map[string]string{"guard-phase": "the phase of process"},
			nil,
		},
		{
			"the second error is raised in the bootstrap", both,
			func(r *stage.Recording) { told(r, "error", "")[1].Data["phase"] = "bootstrap" },
			map[string]string{"guard-phase": "the phase of process"},
			nil,
		},
		{
			"the module has the program's own name in a child", both,
			func(r *stage.Recording) { said(r, "error", "", "name", "__main__") },
			map[string]string{"guard-phase": "the name of the module in process"},
			nil,
		},
		{
			"the module is called main in a child",
			[]string{"go/spawn/" + unguarded},
			func(r *stage.Recording) { said(r, "error", "", "name", "main") },
			map[string]string{"guard-phase": "the name of the module in process"},
			nil,
		},
		{
			"main ends with the children's status", both,
			func(r *stage.Recording) { r.Exit.Code = 1 },
			map[string]string{"guard-parent-status": "main's exit status"},
			nil,
		},
		{
			"how main ended is not known", both,
			func(r *stage.Recording) { r.Exit = nil },
			map[string]string{"guard-parent-status": "main must have ended"},
			nil,
		},
		{
			"main does not tell what its children ended with", both,
			func(r *stage.Recording) { silence(r, "exit", main) },
			map[string]string{"guard-child-status": "main must have started sing and know its exit status"},
			nil,
		},
		{
			"main does not tell that it began", both,
			func(r *stage.Recording) { silence(r, "body", main) },
			map[string]string{ // whose error is whose is not known then
				"guard-error":      "a process other than main must raise an error",
				"guard-each-child": "must raise the error",
				"guard-phase":      "a process other than main must raise an error",
				"guard-targets":    "main must tell that it began",
			},
			[]string{"guard-body-runs"},
		},
		{
			"nobody tells that it runs the body", both,
			func(r *stage.Recording) { silence(r, "body", "") },
			map[string]string{
				"guard-error":      "a process other than main must raise an error",
				"guard-each-child": "must raise the error",
				"guard-phase":      "a process other than main must raise an error",
				"guard-targets":    "main must tell that it began",
				"guard-bounded":    "main must tell that it began",
			},
			[]string{"guard-body-runs"},
		},
		{
			"a child's child runs the body",
			[]string{"cpython-3.12/spawn/" + unguarded},
			func(r *stage.Recording) {
				e := told(r, "body", "")[1]
				e.PPID, e.PID = e.PID, unknownPID
				insert(r, position(r, "exit", main), e)
			},
			map[string]string{"guard-bounded": "the processes that ran the main module's body"},
			[]string{"guard-body-runs"},
		},
		{
			"a child's child runs the body, and its child", both,
			func(r *stage.Recording) {
				e := told(r, "body", "")[1]
				for n := range 2 {
					e.PPID, e.PID = e.PID, unknownPID+n
					insert(r, position(r, "exit", main), e)
				}
			},
			map[string]string{"guard-bounded": "the processes that ran the main module's body"},
			[]string{"guard-body-runs"},
		},
		{
			"a child starts children of its own", both,
			func(r *stage.Recording) {
				e := first(r, "started", main)
				e.Role, e.PPID, e.PID = "", e.PID, number(e, "child_pid")
				insert(r, position(r, "exit", main), e)
			},
			map[string]string{"guard-bounded": "the children that were started"},
			nil,
		},
		{
			"a child has to be killed", both,
			func(r *stage.Recording) {
				r.Survivors = []platform.Process{{PID: unknownPID, PPID: 1, State: platform.Alive, Name: "python3"}}
			},
			map[string]string{"guard-bounded": "what had to be killed"},
			nil,
		},
	}
	for _, role := range singAndDance() {
		list = append(list,
			mutant{
				role + " ends with status 0", both,
				func(r *stage.Recording) { status(r, role, 0.0) },
				map[string]string{"guard-child-status": role + "'s exit status"},
				nil,
			},
			mutant{
				role + " is killed", both,
				func(r *stage.Recording) { status(r, role, -9.0) },
				map[string]string{"guard-child-status": role + "'s exit status"},
				nil,
			},
			mutant{
				role + "'s status is not known", both,
				func(r *stage.Recording) { status(r, role, nil) },
				map[string]string{"guard-child-status": "main must have started " + role + " and know its exit status"},
				nil,
			},
			targetRun(role, both, "guard-targets"),
			mutant{
				role + "'s lines are printed", both,
				func(r *stage.Recording) { r.Stdout = songs[role] + "\n" },
				map[string]string{"guard-targets": role + "'s lines"},
				nil,
			},
		)
	}
	return list
}

// targetRun is a mutant of an unguarded program in which a target is run all the same.
func targetRun(role string, of []string, id string) mutant {
	return mutant{
		role + "'s target is run", of,
		func(r *stage.Recording) {
			insert(r, position(r, "exit", main), stage.Event{Event: "enter", Role: role, PID: unknownPID, PPID: mainPID(r)})
		},
		map[string]string{id: role + "'s target"},
		nil,
	}
}

func unguardedChoiceMutants() []mutant {
	both := of(unguardedChoice, spawn, forkserver)
	list := []mutant{
		{
			"nobody's choice is refused", both,
			func(r *stage.Recording) { silence(r, "error", "") },
			map[string]string{"guard-choice-error": "a process other than main must raise an error"},
			[]string{"guard-choice-message"},
		},
		{
			"only main's choice is refused", both,
			func(r *stage.Recording) {
				all(r, "error", "", func(e *stage.Event) { e.PID, e.Role = mainPID(r), main })
			},
			map[string]string{"guard-choice-error": "a process other than main must raise an error"},
			[]string{"guard-choice-message"},
		},
		{
			"the choice is refused with an error of another class", both,
			func(r *stage.Recording) { said(r, "error", "", "types", []any{"ValueError"}) },
			map[string]string{"guard-choice-error": "the error of process"},
			nil,
		},
		{
			"one child's choice is refused with an error of another class", both,
			func(r *stage.Recording) { told(r, "error", "")[1].Data["types"] = []any{"ValueError"} },
			map[string]string{"guard-choice-error": "the error of process"},
			nil,
		},
		{
			"the errors speak of the bootstrapping phase", both,
			func(r *stage.Recording) { said(r, "error", "", "message", "in its bootstrapping phase") },
			nil,
			[]string{"guard-choice-message"},
		},
		{
			"one error speaks of the bootstrapping phase", both,
			func(r *stage.Recording) { told(r, "error", "")[1].Data["message"] = "in its bootstrapping phase" },
			nil,
			[]string{"guard-choice-message"},
		},
	}
	for _, role := range singAndDance() {
		list = append(list,
			targetRun(role, both, "guard-choice-targets"),
			mutant{
				role + "'s lines are printed", both,
				func(r *stage.Recording) { r.Stdout = songs[role] + "\n" },
				map[string]string{"guard-choice-targets": role + "'s lines"},
				nil,
			},
		)
	}
	return list
}

// forkGuardMutants are of both programs without a guard under fork, where they must simply work.
func forkGuardMutants() []mutant {
	var list []mutant
	for id, program := range map[string]string{"guard-fork": unguarded, "guard-choice-fork": unguardedChoice} {
		alone := of(program, fork)
		add := func(name string, change func(r *stage.Recording), reason string, changes ...string) {
			list = append(list, mutant{program + ": " + name, alone, change, map[string]string{id: reason}, changes})
		}
		for _, role := range singAndDance() {
			add(role+" never enters", func(r *stage.Recording) { silence(r, "enter", role) }, role+` must tell "enter" exactly once`)
			add(role+" never leaves", func(r *stage.Recording) { silence(r, "leave", role) }, role+` must tell "leave" exactly once`)
			add(role+" leaves twice", func(r *stage.Recording) { repeat(r, "leave", role) }, role+` must tell "leave" exactly once`)
			add(role+" ends with status 1", func(r *stage.Recording) { status(r, role, 1.0) }, role+"'s exit status must be 0")
			add(role+"'s status is not known", func(r *stage.Recording) { status(r, role, nil) }, role+"'s exit status must be 0")
		}
		add("an error is raised", func(r *stage.Recording) {
			insert(r, position(r, "exit", main), stage.Event{Event: "error", PID: pidOf(r, sing), Data: map[string]any{"types": []any{"RuntimeError"}}})
		}, "errors")
		add("main ends with status 1", func(r *stage.Recording) { r.Exit.Code = 1 }, "main's exit status")
		add("how main ended is not known", func(r *stage.Recording) { r.Exit = nil }, "main must have ended")
		var changes []string
		if program == unguarded {
			changes = []string{"guard-body-runs"}
		}
		add("main does not tell that it began", func(r *stage.Recording) { silence(r, "body", main) }, "main must tell that it began", changes...)
	}
	return list
}

func exitMutants() []mutant {
	var list []mutant
	for id, program := range map[string]string{"exit-waits": "sing-dance", "exit-status-kept": "sing-dance-exit"} {
		add := func(name string, change func(r *stage.Recording), reason string, more ...map[string]string) {
			fails := map[string]string{id: reason}
			if program == "sing-dance" {
				for _, other := range more {
					maps.Copy(fails, other)
				}
			}
			list = append(list, mutant{program + ": " + name, of(program), change, fails, nil})
		}
		add("main does not come to its last statement",
			func(r *stage.Recording) { silence(r, "last", main) }, "main must come to its last statement")
		add("main does not come to its end",
			func(r *stage.Recording) { silence(r, "exit", main) }, "main must come to its end",
			map[string]string{"exit-children-status": "main must know sing's exit status"})
		add("main has ended while the children wait for it",
			func(r *stage.Recording) { removeRows(r, func(p platform.Process) bool { return p.PID == mainPID(r) }) },
			"main must be alive after its last statement while its children run",
			map[string]string{"ids-agree": "main says that it is process", "children-together": "must be alive"})
		add("the process table was not read at main's end",
			func(r *stage.Recording) { unread(r, stage.AtExit) }, `the process table must have been read at "exit"`)
		for _, role := range singAndDance() {
			add(role+" does not come to its end",
				func(r *stage.Recording) { silence(r, "leave", role) }, role+" must come to its end",
				map[string]string{"lines-ordered": role + " must enter before it leaves"})
			add(role+" is joined before main's last statement",
				func(r *stage.Recording) { put(r, "leave", role, "last", main) }, role+" must end after main's last statement",
				map[string]string{"lines-ordered": role + " must enter before it leaves"})
			add(role+" ends after main says that it ends",
				func(r *stage.Recording) { toEnd(r, "leave", role) }, role+" must end before main does, as they say")
			add("main ended before "+role+" did, as the operating system says",
				func(r *stage.Recording) { r.AtExit = position(r, "leave", role) },
				"must end before main does, as the operating system says")
			add(role+" is alive when main has ended", func(r *stage.Recording) {
				pid := pidOf(r, role)
				addRow(r, stage.AtExit, platform.Process{PID: pid, PPID: 1, Name: "python3"})
			}, role+" must not be alive when main has ended")
		}
	}
	return list
}

func exitStatusMutants() []mutant {
	program := "sing-dance"
	list := []mutant{
		{
			"main ends with status 1", of(program),
			func(r *stage.Recording) { r.Exit.Code = 1 },
			map[string]string{"exit-status": "main's exit status"},
			nil,
		},
		{
			"how main ended is not known", of(program),
			func(r *stage.Recording) { r.Exit = nil },
			map[string]string{"exit-status": "main must have ended", "exit-nothing-left": "main must have ended"},
			nil,
		},
		{
			"main loses the status that it exits with", of("sing-dance-exit"),
			func(r *stage.Recording) { r.Exit.Code = 0 },
			map[string]string{"exit-status-kept": "main's exit status"},
			nil,
		},
		{
			"main ends with another status than its own", of("sing-dance-exit"),
			func(r *stage.Recording) { r.Exit.Code = 1 },
			map[string]string{"exit-status-kept": "main's exit status"},
			nil,
		},
		{
			"how a main with a status of its own ended is not known", of("sing-dance-exit"),
			func(r *stage.Recording) { r.Exit = nil },
			map[string]string{"exit-status-kept": "main must have ended"},
			nil,
		},
		{
			"a helper has to be killed", of(program),
			func(r *stage.Recording) {
				r.Survivors = []platform.Process{{PID: unknownPID, PPID: 1, State: platform.Alive, Name: "tracker"}}
			},
			map[string]string{"exit-nothing-left": "what had to be killed"},
			nil,
		},
		{
			"there is one helper more", of(program),
			func(r *stage.Recording) {
				addRow(r, "together", platform.Process{PID: unknownPID, PPID: mainPID(r), Name: "helper"})
			},
			nil,
			[]string{"helpers"},
		},
		{
			"a child runs the main module's body once more", of(program),
			func(r *stage.Recording) {
				insert(r, position(r, "enter", sing), stage.Event{Event: "body", PID: pidOf(r, sing), Data: map[string]any{"name": "__mp_main__"}})
			},
			nil,
			[]string{"body-runs"},
		},
	}
	for _, role := range singAndDance() {
		list = append(list,
			mutant{
				role + " ends with status 1", of(program),
				func(r *stage.Recording) { status(r, role, 1.0) },
				map[string]string{"exit-children-status": role + "'s exit status"},
				nil,
			},
			mutant{
				role + " is killed", of(program),
				func(r *stage.Recording) { status(r, role, -15.0) },
				map[string]string{"exit-children-status": role + "'s exit status"},
				nil,
			},
			mutant{
				role + "'s status is not known", of(program),
				func(r *stage.Recording) { status(r, role, nil) },
				map[string]string{"exit-children-status": "main must know " + role + "'s exit status"},
				nil,
			},
		)
	}
	return list
}

func TestWrongRecordingsAreCaughtByExactlyTheBehaviorsNamed(t *testing.T) {
	for _, m := range mutants() {
		for _, name := range m.of {
			t.Run(m.name+" in "+name, func(t *testing.T) {
				g := gomega.NewWithT(t)
				s := sceneOf(t, name)
				good, wrong := s.recording(t), s.recording(t)
				m.change(wrong)
				var failed, changed, expectFailed []string
				for _, b := range concerned(wrong) {
					result := Judge(b, wrong, nil)
					if listed(newer, b, good) || listed(olderDifferences, b, good) {
						g.Expect(result.Verdict).NotTo(gomega.Equal(Pass), b.ID)
						continue
					}
					if b.Level == Observation {
						if result.Observed != Judge(b, good, nil).Observed {
							changed = append(changed, b.ID)
						}
						g.Expect(result.Verdict).To(gomega.Equal(Pass), b.ID)
						continue
					}
					reason, expected := m.fails[b.ID]
					if expected {
						expectFailed = append(expectFailed, b.ID)
					}
					if result.Verdict == Pass || result.Verdict == Absent && Judge(b, good, nil).Verdict == Absent {
						continue
					}
					failed = append(failed, b.ID)
					g.Expect(result.Verdict).To(gomega.Equal(Fail), "%s: %s", b.ID, result.Reason)
					g.Expect(result.Reason).NotTo(gomega.BeEmpty(), b.ID)
					g.Expect(result.Evidence).To(gomega.ContainElement(gomega.HavePrefix("timeline:")), b.ID)
					if expected {
						g.Expect(result.Reason).To(gomega.ContainSubstring(reason), b.ID)
					}
				}
				g.Expect(failed).To(gomega.ConsistOf(expectFailed), "what failed")
				g.Expect(changed).To(gomega.ConsistOf(m.changes), "which observations changed")
			})
		}
	}
}

// Nobody can add a behavior without a recording that it fails on, or an observation without one that changes it.
func TestEveryBehaviorHasAMutant(t *testing.T) {
	caught := map[string]bool{}
	for _, m := range mutants() {
		for id := range m.fails {
			caught[id] = true
		}
		for _, id := range m.changes {
			caught[id] = true
		}
	}
	for _, b := range All() {
		if !caught[b.ID] {
			t.Errorf("no mutant is caught by %s", b.ID)
		}
		delete(caught, b.ID)
	}
	for id := range caught {
		t.Errorf("mutants name %s, which is no behavior", id)
	}
}
