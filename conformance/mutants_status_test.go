package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

// wrongAnswers are the mutants of an attempt of main whose answer is judged by the behavior: another answer, a refusal,
// and none.
func wrongAnswers(id, what string, wrong any, in []string, reasons ...string) []mutant {
	reason := fmt.Sprintf("the answer to %q", what)
	if len(reasons) > 0 {
		reason = reasons[0]
	}
	return []mutant{
		{
			fmt.Sprintf("the answer to %s is %v", what, wrong), in,
			func(r *stage.Recording) { tried(r, what, func(e *stage.Event) { e.Data["value"] = wrong }) },
			map[string]string{id: reason},
			nil,
		},
		{
			what + " is refused", in,
			func(r *stage.Recording) { tried(r, what, func(e *stage.Event) { e.Data["refused"] = true }) },
			map[string]string{id: fmt.Sprintf("the attempt %q was refused", what)},
			nil,
		},
		untold(id, what, in),
	}
}

// untold is the mutant in which an attempt of main is not made.
func untold(id, what string, in []string) mutant {
	return mutant{
		what + " is not tried", in,
		func(r *stage.Recording) {
			remove(r, func(e stage.Event) bool { return e.Role == main && text(e, "what") == what })
		},
		map[string]string{id: fmt.Sprintf("the attempt %q must be told once", what)},
		nil,
	}
}

// unentered is the mutant in which a child does not come to its part.
func unentered(role string, in []string, ids ...string) mutant {
	fails := map[string]string{}
	for _, id := range ids {
		fails[id] = role + ` must tell "enter" exactly once`
	}
	return mutant{role + " does not come to its part", in, func(r *stage.Recording) { silence(r, "enter", role) }, fails, nil}
}

// answers changes what the attempt of main was answered with.
func answers(r *stage.Recording, what string, value any) {
	tried(r, what, func(e *stage.Event) { e.Data["value"] = value })
}

// statusesOnWindows gives the children of statuses the statuses that they have on Windows.
func statusesOnWindows(r *stage.Recording) {
	answers(r, "status exit-300", 300.0)
	answers(r, "status exit-minus-1", float64(0xffffffff))
	answers(r, "status killed-itself", 9.0)
	answers(r, "status killed", -15.0)
}

func statusMutants() []mutant {
	onWindows := []string{"cpython-3.12/spawn/" + statuses + windows}
	onDarwin := []string{"cpython-3.12/fork/" + statuses + darwin}
	interrupting := []string{"cpython-3.15/forkserver/" + statuses}
	list := slices.Concat(
		wrongAnswers("status-signal", "status killed-itself", -9.0, onWindows),
		wrongAnswers("status-exit-large", "status exit-300", 44.0, onWindows),
		wrongAnswers("status-exit-large", "status exit-minus-1", -1.0, onWindows),
		wrongAnswers("status-killed", "status killed", -9.0, onWindows, "the status of the child that was killed"),
		wrongAnswers("status-killed", "status killed", -15.0, onDarwin, "the status of the child that was killed"),
		wrongAnswers("status-terminated", "status terminated", -9.0, onDarwin, "the status of the child that was terminated"),
		wrongAnswers("status-terminated", "status terminated", 1.0, onWindows, "the status of the child that was terminated"),
		wrongAnswers("status-terminated", "status terminated", -9.0, of(statuses), "the status of the child that was terminated"),
		wrongAnswers("status-killed", "status killed", 0.0, of(statuses), "the status of the child that was killed"),
		wrongAnswers("wrong-arguments", "status wrong-arguments", 0.0, of(statuses)),
		[]mutant{
			{
				"the text is not on standard error", of(statuses),
				func(r *stage.Recording) { r.Stderr = strings.ReplaceAll(r.Stderr, "the last song", "") },
				map[string]string{"status-exit-text": "the lines on standard error"},
				nil,
			},
			{
				"the error does not name its process", of(statuses),
				func(r *stage.Recording) {
					r.Stderr = strings.ReplaceAll(r.Stderr, "Process failed", "Process Process-9")
				},
				map[string]string{"status-failed-told": "the lines on standard error"},
				nil,
			},
			{
				"the error is not told", of(statuses),
				func(r *stage.Recording) { r.Stderr = strings.ReplaceAll(r.Stderr, "ValueError", "") },
				map[string]string{"status-failed-told": "the lines on standard error"},
				nil,
			},
			{
				"start() raises the error of wrong arguments", of(statuses),
				func(r *stage.Recording) {
					tried(r, "start wrong-arguments", func(e *stage.Event) { e.Data["refused"] = true })
				},
				map[string]string{"wrong-arguments": `the attempt "start wrong-arguments" was refused`},
				nil,
			},
			untold("wrong-arguments", "join wrong-arguments", of(statuses)),
			{
				"the target is called with wrong arguments", of(statuses),
				func(r *stage.Recording) {
					e := first(r, "enter", "exit")
					e.Role = "wrong-arguments"
					insert(r, position(r, "last", main), e)
				},
				map[string]string{"wrong-arguments": "the target must not be run"},
				nil,
			},
			{
				"the error of wrong arguments is not told", of(statuses),
				func(r *stage.Recording) { r.Stderr = strings.ReplaceAll(r.Stderr, "TypeError", "OSError") },
				map[string]string{"wrong-arguments": "the lines on standard error"},
				nil,
			},
			{
				"a huge number is cut", of(statuses),
				func(r *stage.Recording) {
					remove(r, func(e stage.Event) bool { return e.Event == "attempt" && e.Role == "exit-huge" })
					answers(r, "status exit-huge", 7.0)
				},
				nil,
				[]string{"status-exit-huge"},
			},
			{
				"a status that nobody kept is told all the same", of(statuses, spawn, fork),
				func(r *stage.Recording) { answers(r, "status reaped", 0.0) },
				nil,
				[]string{"status-reaped"},
			},
			untold("status-terminated", "terminate", of(statuses)),
			untold("status-killed", "kill", of(statuses)),
			untold("status-interrupted", "interrupt", interrupting),
			{
				"an interrupted child has the signal's status", interrupting,
				func(r *stage.Recording) { answers(r, "status interrupted", -2.0) },
				map[string]string{"status-interrupted": "the status of the child that was interrupted"},
				nil,
			},
			{
				"an interrupted child does not clean up", interrupting,
				func(r *stage.Recording) { silence(r, "finally", "interrupted") },
				map[string]string{"interrupt-cleanup": `interrupted must tell "finally" exactly once`},
				nil,
			},
			unentered("terminated", of(statuses), "status-terminated", "terminate-no-cleanup"),
			unentered("killed", of(statuses), "status-killed", "terminate-no-cleanup"),
		},
	)
	for _, c := range []struct {
		id, role string
		wrong    float64
	}{
		{"status-returned", "returned", 3},
		{"status-exit", "exit", 1},
		{"status-exit-number", "exit-3", 1},
		{"status-exit-number", "exit-false", 1},
		{"status-exit-number", "exit-own", 1},
		{"status-exit-large", "exit-300", 300},
		{"status-exit-large", "exit-minus-1", -1},
		{"status-exit-text", "exit-text", 0},
		{"status-failed", "failed", 255},
		{"status-interrupt-raised", "interrupt-raised", -2},
		{"status-os-exit", "os-exit-4", 255},
		{"status-signal", "killed-itself", 9},
		{"status-aborted", "aborted", 1},
	} {
		list = append(list, wrongAnswers(c.id, "status "+c.role, c.wrong, of(statuses))...)
		list = append(list, unentered(c.role, of(statuses), c.id))
	}
	for _, role := range []string{"terminated", "killed"} {
		list = append(list,
			mutant{
				role + " cleans up", of(statuses),
				func(r *stage.Recording) {
					e := first(r, "enter", role)
					e.Event = "finally"
					insert(r, position(r, "last", main), e)
				},
				map[string]string{"terminate-no-cleanup": "the finally clause of " + role},
				nil,
			},
			mutant{
				role + " comes to its end by itself", of(statuses),
				func(r *stage.Recording) {
					e := first(r, "enter", role)
					e.Event = "leave"
					insert(r, position(r, "last", main), e)
				},
				map[string]string{"status-" + role: "must not come to its end by itself"},
				nil,
			})
	}
	return list
}
