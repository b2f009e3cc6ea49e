package conformance

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// defaultBecomesSpawn makes spawn of the method that first uses choose where fork is the default.
func defaultBecomesSpawn(r *stage.Recording) {
	all(r, "attempt", main, func(e *stage.Event) {
		if strings.HasPrefix(text(*e, "what"), "chosen after") && e.Data["value"] == fork {
			e.Data["value"] = spawn
		}
	})
}

func contextMutants() []mutant {
	in := of(mixedContexts)
	later := []string{"cpython-3.15/forkserver/" + mixedContexts, "cpython-3.15/fork/" + mixedContexts, "cpython-3.15/spawn/" + mixedContexts}
	foreign := of(mixedContexts, spawn, forkserver)
	return slices.Concat([]mutant{
		{
			"a context has no Process", in,
			func(r *stage.Recording) { answers(r, "names missing", []any{"Process", "get_all_start_methods"}) },
			map[string]string{"context-names": "the names that the context does not have"},
			nil,
		},
		dared("context-unknown", "unknown context", in),
		{
			"a method is chosen through a context", in,
			func(r *stage.Recording) {
				tried(r, "choose in the context", func(e *stage.Event) { e.Data["refused"] = false })
			},
			nil,
			[]string{"context-choice"},
		},
		{
			"the children did not run together", in,
			func(r *stage.Recording) {
				removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, spawn) })
			},
			map[string]string{"context-together": "the child of spawn must be alive together with the others"},
			nil,
		},
		{
			"the context of fork spawns", in,
			func(r *stage.Recording) { said(r, "enter", fork, "args", []any{"as imported"}) },
			map[string]string{"context-together": "the memory of the child of fork"},
			nil,
		},
		{
			"the context of spawn forks", in,
			func(r *stage.Recording) { said(r, "enter", spawn, "args", []any{"changed by main"}) },
			map[string]string{"context-together": "the memory of the child of spawn"},
			nil,
		},
		{
			"the context of forkserver forks", in,
			func(r *stage.Recording) { said(r, "enter", forkserver, "args", []any{"changed by main"}) },
			map[string]string{"context-together": "the memory of the child of forkserver"},
			nil,
		},
		{
			"the server's child is main's", in,
			func(r *stage.Recording) { adopt(r, pidOf(r, forkserver), mainPID(r)) },
			map[string]string{"context-together": "the parent of the child of forkserver"},
			nil,
		},
		{
			"main's forked child is another's", in,
			func(r *stage.Recording) { adopt(r, pidOf(r, fork), unknownPID) },
			map[string]string{"context-together": "the parent of the child of fork must be main"},
			nil,
		},
		{
			"main's spawned child is another's", in,
			func(r *stage.Recording) { adopt(r, pidOf(r, spawn), unknownPID) },
			map[string]string{"context-together": "the parent of the child of spawn must be main"},
			nil,
		},
		{
			"nothing is chosen in the children", in,
			func(r *stage.Recording) {
				for _, method := range []string{spawn, fork, forkserver} {
					all(r, "attempt", method, func(e *stage.Event) { e.Data["value"] = nil })
				}
			},
			nil,
			[]string{"context-in-child"},
		},
		{
			"a method is chosen at first", later,
			func(r *stage.Recording) { answers(r, "chosen at first", fork) },
			map[string]string{"context-harmless": "the method chosen at first"},
			nil,
		},
		{
			"starting through contexts chooses a method", later,
			func(r *stage.Recording) { answers(r, "chosen after the starts", fork) },
			map[string]string{"context-harmless": "the method chosen after the starts"},
			nil,
		},
		dared("context-default-fixed", "choose after get_context()", in),
		dared("context-default-fixed", "choose after get_start_method()", in),
		{
			"making a lock chooses no method", in,
			func(r *stage.Recording) { answers(r, "chosen after Lock()", nil) },
			nil,
			[]string{"context-first-use"},
		},
		{
			"a child's lock is another one", in,
			func(r *stage.Recording) {
				all(r, "attempt", "own-lock", func(e *stage.Event) { e.Data["value"] = true })
			},
			map[string]string{"context-lock": "whether the child could take the lock"},
			nil,
		},
		untold("context-lock", "start own-lock", in),
		{
			"a fork context's lock is taken for a child's own", foreign,
			func(r *stage.Recording) {
				tried(r, "start fork-lock", func(e *stage.Event) { e.Data["refused"] = false })
				e := stage.Event{Event: "attempt", Role: main, PID: mainPID(r)}
				e.Data = map[string]any{"what": "status fork-lock", "refused": false, "value": 0.0}
				insert(r, position(r, "last", main), e)
			},
			map[string]string{"context-lock-foreign": "the status of the child that was given the lock"},
			[]string{"context-lock-given"},
		},
		{
			"a child works on with a fork context's lock", foreign,
			func(r *stage.Recording) {
				e := first(r, "leave", "own-lock")
				e.Role = "fork-lock"
				insert(r, position(r, "last", main), e)
			},
			map[string]string{"context-lock-foreign": "must not come to its end"},
			nil,
		},
	},
		wrongAnswers("context-method", "method of the context", "another", in),
		wrongAnswers("context-method", "context of the context", false, in),
		wrongAnswers("context-default-fixed", "chosen after get_context()", "another", in),
		wrongAnswers("context-default-fixed", "chosen after get_start_method()", nil, in),
		wrongAnswers("context-lock", "status own-lock", 1.0, in),
	)
}
