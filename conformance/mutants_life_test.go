package conformance

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// dared is the mutant in which an attempt that is to be refused is not.
func dared(id, what string, in []string) mutant {
	return mutant{
		what + " is accepted", in,
		func(r *stage.Recording) { tried(r, what, func(e *stage.Event) { e.Data["refused"] = false }) },
		map[string]string{id: fmt.Sprintf("the attempt %q was not refused", what)},
		nil,
	}
}

// stated is the mutant in which an object says something else of itself in a state.
func stated(id, state, field string, value any) mutant {
	return mutant{
		fmt.Sprintf("the %s of a process in the state %s is %v", field, state, value), of(lifeCycle),
		func(r *stage.Recording) {
			tried(r, "state "+state, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
		},
		map[string]string{id: fmt.Sprintf("the %s of a process in the state %q", field, state)},
		nil,
	}
}

// shownBy is the mutant where it changes observations as well.
func (m mutant) shownBy(ids ...string) mutant {
	m.changes = append(m.changes, ids...)
	return m
}

// left is the mutant in which the operating system still has a child at a point.
func left(role, point, reason string) mutant {
	return mutant{
		role + " is left at " + point, of(lifeCycle),
		func(r *stage.Recording) {
			addRow(r, point, platform.Process{PID: pidOf(r, role), PPID: mainPID(r)})
			row(r, point, pidOf(r, role)).State = platform.Zombie
		},
		map[string]string{"life-zombie-joined": reason},
		nil,
	}
}

func lifeMutants() []mutant {
	in := of(lifeCycle)
	onWindows := []string{"cpython-3.12/spawn/" + lifeCycle + windows}
	return slices.Concat([]mutant{
		stated("life-unstarted", "unstarted", "pid", 7.0),
		stated("life-unstarted", "unstarted", "exitcode", 0.0),
		stated("life-unstarted", "unstarted", "alive", true),
		dared("life-join-unstarted", "join unstarted", in).shownBy("life-misuse"),
		untold("life-join-unstarted", "join unstarted", in).shownBy("life-misuse"),
		dared("life-join-oneself", "join oneself", in).shownBy("life-misuse"),
		stated("life-oneself", "oneself", "pid", float64(unknownPID)),
		stated("life-oneself", "oneself", "exitcode", 0.0),
		stated("life-oneself", "oneself", "alive", false),
		{
			"terminate() before the start is refused with another error", in,
			func(r *stage.Recording) {
				tried(r, "terminate unstarted", func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
			},
			nil,
			[]string{"life-misuse"},
		},
		stated("life-running", "running", "pid", float64(unknownPID)),
		stated("life-running", "running", "ident_pid", float64(unknownPID)),
		stated("life-running", "running", "exitcode", 0.0),
		stated("life-running", "running", "alive", false),
		{
			"the operating system does not have the child that runs", in,
			func(r *stage.Recording) {
				removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, "held") })
			},
			map[string]string{"life-running": "the process table must have the child"},
			nil,
		},
		dared("life-start-once", "start running", in).shownBy("life-misuse"),
		dared("life-start-once", "start joined", in),
		{
			"the child ends before main has looked at it", in,
			func(r *stage.Recording) { put(r, "leave", "held", "looked", main) },
			map[string]string{"life-join-timeout": "the child must leave after main has looked at it"},
			nil,
		},
		{
			"main comes back from a join when it has let the child go", in,
			func(r *stage.Recording) {
				relocate(r, attemptedAt(r, "join for a moment"), position(r, "looked", main)+1)
			},
			map[string]string{"life-join-timeout": `main must come back from "join for a moment" before the child is let go`},
			nil,
		},
		dared("life-close-running", "close running", in),
		{
			"close() of a process that runs is refused with another error", in,
			func(r *stage.Recording) {
				tried(r, "close running", func(e *stage.Event) { e.Data["types"] = []any{"OSError"} })
			},
			map[string]string{"life-close-running": "must be refused with ValueError"},
			nil,
		},
		{
			"close() ends the process", in,
			func(r *stage.Recording) { silence(r, "leave", "held") },
			map[string]string{
				"life-close-running": `held must tell "leave" exactly once`, "args-own": `held must tell "leave" exactly once`,
				"life-join-timeout": "the child must leave after main has looked at it",
			},
			nil,
		},
		{
			"a stranger may join", of(lifeCycle, fork),
			func(r *stage.Recording) {
				all(r, "attempt", "stranger", func(e *stage.Event) {
					if text(*e, "what") == "join" {
						e.Data["refused"] = false
					}
				})
			},
			map[string]string{"life-owner": `the stranger's attempt "join" was not refused`},
			nil,
		},
		{
			"a stranger is told that the process is alive", of(lifeCycle, fork),
			func(r *stage.Recording) {
				all(r, "attempt", "stranger", func(e *stage.Event) {
					if text(*e, "what") == "is_alive" {
						e.Data["refused"] = false
					}
				})
			},
			map[string]string{"life-owner": `the stranger's attempt "is_alive" was not refused`},
			nil,
		},
		stated("life-join", "joined", "pid", nil),
		stated("life-join", "joined", "exitcode", nil),
		stated("life-join", "joined", "alive", true),
		stated("life-terminate-ended", "terminated after its end", "exitcode", -15.0),
		untold("life-terminate-ended", "terminate ended", in),
		{
			"terminate() of a process that was joined is refused", in,
			func(r *stage.Recording) {
				tried(r, "terminate joined", func(e *stage.Event) { e.Data["refused"] = true })
			},
			map[string]string{"life-terminate-ended": `the attempt "terminate joined" was refused`},
			nil,
		},
		{
			"there is no zombie", of(lifeCycle, spawn, fork),
			func(r *stage.Recording) {
				removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, "named") })
			},
			map[string]string{"life-zombie": "whether the process table has the child that has ended"},
			nil,
		},
		{
			"a child that has ended is alive", of(lifeCycle, spawn, fork),
			func(r *stage.Recording) { row(r, "unjoined", pidOf(r, "named")).State = platform.Alive },
			map[string]string{"life-zombie": "the child that has ended"},
			nil,
		},
		{
			"a server leaves a zombie", of(lifeCycle, forkserver),
			func(r *stage.Recording) { addRow(r, "unjoined", platform.Process{PID: pidOf(r, "named")}) },
			map[string]string{"life-zombie": "whether the process table has the child that has ended"},
			nil,
		},
		{
			"there is a zombie on Windows", onWindows,
			func(r *stage.Recording) { addRow(r, "unjoined", platform.Process{PID: pidOf(r, "named")}) },
			map[string]string{"life-zombie": "whether the process table has the child that has ended"},
			nil,
		},
		left("named", "another-started", "after another one was started"),
		left("overriding", "collected", "after main asked for the active children"),
		{
			"the process table was not read after main asked for the active children", in,
			func(r *stage.Recording) { unread(r, "collected") },
			map[string]string{"life-zombie-joined": `the process table must have been read at "collected"`},
			nil,
		},
		untold("life-close", "close joined", in),
		dared("life-close-state", "state closed", in),
		dared("life-close-state", "is_alive closed", in),
		dared("life-close", "join closed", in),
		dared("life-close", "start closed", in),
		dared("life-close", "terminate closed", in),
		untold("life-close-again", "close closed", in),
		{
			"an object shows itself in another way", in,
			func(r *stage.Recording) { answers(r, "repr running", "<Process>") },
			nil,
			[]string{"life-repr"},
		},
		{
			"main does not have the name that was given", in,
			func(r *stage.Recording) {
				all(r, "started", main, func(e *stage.Event) {
					if text(*e, "child") == "named" {
						e.Data["process"] = "as made"
					}
				})
			},
			map[string]string{"life-name": "the name as main has it"},
			nil,
		},
		{
			"the child does not have the name that was given", in,
			func(r *stage.Recording) { said(r, "enter", "named", "process", "as made") },
			map[string]string{"life-name": "the name as the child has it"},
			nil,
		},
		untold("life-run", "run", in),
		stated("life-run", "run directly", "pid", float64(unknownPID)),
		{
			"run() starts a process", in,
			func(r *stage.Recording) { all(r, "enter", "direct", func(e *stage.Event) { e.PID = unknownPID }) },
			map[string]string{"life-run": "the process that ran the target"},
			nil,
		},
		{
			"a method that overrides run() is run in main", in,
			func(r *stage.Recording) {
				all(r, "enter", "overriding", func(e *stage.Event) { e.PID = mainPID(r) })
			},
			map[string]string{
				"life-run-overridden": "the process that ran the method",
				"life-zombie-joined":  "after main asked for the active children",
			},
			nil,
		},
		{
			"an object comes without its attributes", in,
			func(r *stage.Recording) { said(r, "enter", "overriding", "args", []any{}) },
			map[string]string{"life-run-overridden": "the object's attribute in the child"},
			nil,
		},
		{
			"a list of arguments is one argument", in,
			func(r *stage.Recording) { said(r, "enter", "named", "args", []any{[]any{"in a tuple"}}) },
			map[string]string{"args-sequence": "what came out of a tuple"},
			nil,
		},
		{
			"a list of arguments is none", in,
			func(r *stage.Recording) { said(r, "enter", "held", "args", []any{}) },
			map[string]string{"args-sequence": "what came out of a list", "args-at-start": "what the child received"},
			nil,
		},
		dared("args-number", "number as arguments", in),
		{
			"an argument by name is taken for the process's own", in,
			func(r *stage.Recording) {
				all(r, "enter", "held", func(e *stage.Event) { delete(e.Data["kwargs"].(map[string]any), "name") })
			},
			map[string]string{"args-names": "what the child received by name"},
			nil,
		},
		{
			"a child has its arguments as they were made", in,
			func(r *stage.Recording) { said(r, "enter", "held", "args", []any{[]any{"as made"}}) },
			map[string]string{"args-at-start": "what the child received"},
			nil,
		},
		{
			"main's change reaches a child that runs", in,
			func(r *stage.Recording) {
				all(r, "attempt", "held", func(e *stage.Event) {
					e.Data["value"] = []any{"as made", "changed before the start", "changed after the start"}
				})
			},
			map[string]string{"args-at-start": "the argument in the child after main changed it"},
			nil,
		},
		{
			"a child's change reaches main", in,
			func(r *stage.Recording) {
				tried(r, "song", func(e *stage.Event) {
					e.Data["value"] = append(e.Data["value"].([]any), "changed by the child")
				})
			},
			map[string]string{"args-own": "the argument in main"},
			nil,
		},
	},
		wrongAnswers("life-join-timeout", "join running", true, in),
		wrongAnswers("life-join-timeout", "join for a moment", 0.0, in),
		wrongAnswers("life-join", "join ended", 0.0, in),
		wrongAnswers("life-join", "join joined", 0.0, in),
		wrongAnswers("life-sentinel", "sentinel running", true, in),
		wrongAnswers("life-sentinel", "sentinel ended", false, in),
		wrongAnswers("life-children", "children running", []any{}, in, "which of the active children is the one that runs"),
		wrongAnswers("life-children", "children ended", 1.0, in),
		wrongAnswers("life-nothing", "status nothing", 1.0, in),
	)
}
