package conformance

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func picklingMutants() []mutant {
	all3, both, forked := of(pickling), of(pickling, spawn, forkserver), of(pickling, fork)
	list := slices.Concat(
		wrongAnswers("pickle-targets", "status builtin", 1.0, all3),
		wrongAnswers("pickle-refused-again", "status again", 1.0, both),
		[]mutant{
			{
				"a builtin function prints nothing", all3,
				func(r *stage.Recording) { r.Stdout = strings.ReplaceAll(r.Stdout, "a builtin function sings", "") },
				map[string]string{"pickle-targets": "the lines on standard output"},
				nil,
			},
			misreceived("large", "pickle-large", []any{1e6, 1e6}, "how many bytes the child received"),
			misreceived("texts", "pickle-texts", []any{"'??'", "'?'", `'\x00\n'`, `b'\x00\xff'`}, "what the child received, in ASCII"),
			misreceived("same", "pickle-identity", []any{false, true}, "whether two arguments are one"),
			misreceived("same", "pickle-identity", []any{true, false}, "whether two arguments are one"),
			{
				"an argument is pickled twice", both,
				func(r *stage.Recording) {
					n := slices.IndexFunc(r.Events, func(e stage.Event) bool { return text(e, "what") == "reduce" })
					insert(r, n, r.Events[n])
				},
				map[string]string{"pickle-reduce": "how often the argument is pickled"},
				nil,
			},
			{
				"an argument is pickled under fork", forked,
				func(r *stage.Recording) {
					e := first(r, "attempt", main)
					e.Data = map[string]any{"what": "reduce", "refused": false}
					insert(r, position(r, "attempt", main), e)
				},
				map[string]string{"pickle-reduce": "how often the argument is pickled"},
				nil,
			},
			{
				"an argument is pickled after the start", both,
				func(r *stage.Recording) {
					n := slices.IndexFunc(r.Events, func(e stage.Event) bool { return text(e, "what") == "reduce" })
					moved := r.Events[n]
					r.Events = slices.Delete(r.Events, n, n+1)
					r.Events = slices.Insert(r.Events, position(r, "last", main), moved)
				},
				map[string]string{"pickle-reduce": "the argument must not be pickled after the start"},
				nil,
			},
			{
				"an argument is pickled in another process", both,
				func(r *stage.Recording) {
					tried(r, "reduce", func(e *stage.Event) { e.PID = unknownPID })
				},
				map[string]string{"pickle-reduce": "the process in which the argument is pickled"},
				nil,
			},
			{
				"a process whose start was refused has a status", both,
				func(r *stage.Recording) {
					tried(r, "state refused", func(e *stage.Event) { e.Data["value"].(map[string]any)["exitcode"] = 1.0 })
				},
				map[string]string{"pickle-refused": `the exitcode of a process in the state "refused"`},
				nil,
			},
			dared("pickle-refused-again", "start with a load", both),
			untold("pickle-refused-again", "start again", both),
			{
				"the replaced attribute does not reach the child", both,
				func(r *stage.Recording) { said(r, "enter", "again", "args", []any{nil}) },
				map[string]string{"pickle-refused-again": "the attribute in the child"},
				nil,
			},
			{
				"a refused start leaves a process", both,
				func(r *stage.Recording) { addRow(r, "after", platform.Process{PID: unknownPID, PPID: mainPID(r)}) },
				map[string]string{"pickle-refused-left": "the processes before the starts that were refused"},
				nil,
			},
			{
				"the process table was not read before the refused starts", both,
				func(r *stage.Recording) { unread(r, "before") },
				map[string]string{"pickle-refused-left": `the process table must have been read at "before"`},
				nil,
			},
			{
				"a generator is refused with another error", both,
				func(r *stage.Recording) {
					tried(r, "start generator", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
				},
				nil,
				[]string{"pickle-errors"},
			},
		},
	)
	for _, role := range []string{"function", "partial", "method", "class-method", "callable"} {
		list = append(list, wrongAnswers("pickle-targets", "status "+role, 1.0, all3)...)
		list = append(list, unentered(role, all3, "pickle-targets"))
	}
	for role, id := range map[string]string{"large": "pickle-large", "texts": "pickle-texts", "same": "pickle-identity", "reduced": "pickle-reduce"} {
		list = append(list, wrongAnswers(id, "status "+role, 1.0, all3)...)
	}
	for _, role := range slices.Concat(localTargets, boundArguments) {
		id := "pickle-local"
		if slices.Contains(boundArguments, role) {
			id = "pickle-bound"
		}
		m := dared(id, "start "+role, both).shownBy("pickle-errors")
		if role == "lambda" {
			m.fails["pickle-refused"] = m.fails[id]
		}
		list = append(list, m, entered(role, id, both), unentered(role, forked, "pickle-fork"))
		list = append(list, wrongAnswers("pickle-fork", "status "+role, 1.0, forked)...)
	}
	for role, id := range map[string]string{"guarded": "pickle-guarded", "lost": "pickle-lost", "exception": "pickle-lost"} {
		list = append(list, wrongAnswers(id, "status "+role, 0.0, both)...)
		list = append(list, untold(id, "start "+role, both), entered(role, id, both), unentered(role, forked, "pickle-fork"))
	}
	return list
}

// misreceived is the mutant in which a child received something else.
func misreceived(role, id string, args []any, reason string) mutant {
	return mutant{
		role + " receives something else", of(pickling),
		func(r *stage.Recording) { said(r, "enter", role, "args", args) },
		map[string]string{id: reason},
		nil,
	}
}

// entered is the mutant in which a target is run that must not be.
func entered(role, id string, in []string) mutant {
	return mutant{
		role + "'s target is run", in,
		func(r *stage.Recording) {
			e := first(r, "enter", "function")
			e.Role = role
			insert(r, position(r, "last", main), e)
		},
		map[string]string{id: "the target of " + role + " must not be run"},
		nil,
	}
}
