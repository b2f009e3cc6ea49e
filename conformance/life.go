package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const lifeCycle = "life-cycle"

// lifeBehaviors lists what life-cycle is judged by, in the order of a process object's life.
func lifeBehaviors() []Behavior {
	return slices.Concat(unstartedBehaviors(), runningBehaviors(), endedBehaviors(), closedBehaviors(), workBehaviors())
}

func unstartedBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "life-unstarted", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process that was not started MUST have neither a process id nor a status, and MUST NOT be alive.",
			Sources:   []Source{processAttribute("pid"), processAttribute("exitcode"), processAttribute("is_alive")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				inState(g, r, "unstarted", nil, nil, false)
			},
		},
		{
			ID: "life-join-unstarted", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Joining a process that was not started MUST be refused.",
			Sources:   []Source{processAttribute("join")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				declined(g, r, "join unstarted")
			},
		},
		{
			ID: "life-join-oneself", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process that joins itself MUST be refused, and not wait for ever.",
			Sources:   []Source{processAttribute("join")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				declined(g, r, "join oneself")
			},
		},
		{
			ID: "life-oneself", Group: GroupLife, Level: Extended, Program: lifeCycle,
			Statement: "The object that stands for the current process MUST have its process id, MUST be alive and MUST NOT have a status.",
			Sources: []Source{
				documented("current_process()", "multiprocessing.current_process"),
				{"CPython 3.12, test_current", "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L308-L318"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				inState(g, r, "oneself", float64(mainPID(r)), nil, true)
			},
		},
		{
			ID: "life-misuse", Group: GroupLife, Level: Observation, Program: lifeCycle,
			Statement: "What an early look at the sentinel, an early join and terminate, a join of oneself and a second start are refused with.",
			Sources:   []Source{{"undocumented; BaseProcess in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L110-L151"}},
			Observe: func(r *stage.Recording) string {
				var said []string
				for _, call := range [][2]string{
					{"the sentinel", "sentinel unstarted"},
					{"join", "join unstarted"},
					{"terminate", "terminate unstarted"},
					{"join itself", "join oneself"},
					{"start again", "start running"},
				} {
					said = append(said, call[0]+" "+strings.TrimPrefix(observed(r, call[1], func(any) string { return "accepted" }), "refused: "))
				}
				return strings.Join(said, ", ")
			},
		},
	}
}

// inState judges what an object says of itself in a state.
func inState(g types.Gomega, r *stage.Recording, state string, pid, exitcode any, alive bool) {
	value, ok := accepted(g, r, "state "+state)
	if !ok {
		return
	}
	said, _ := value.(map[string]any)
	for _, fact := range []struct {
		field    string
		expected any
	}{{"pid", pid}, {"ident_pid", pid}, {"exitcode", exitcode}, {"alive", alive}} {
		if _, told := said[fact.field]; told || fact.field != "ident_pid" {
			g.Expect(said[fact.field]).To(sameAs(fact.expected), "the %s of a process in the state %q", fact.field, state)
		}
	}
}

// sameAs matches a value of an event's data; gomega refuses to compare with nil by Equal.
func sameAs(expected any) types.GomegaMatcher {
	if expected == nil {
		return gomega.BeNil()
	}
	return gomega.Equal(expected)
}

// declined asserts that an attempt of main was refused, with whatever error.
func declined(g types.Gomega, r *stage.Recording, what string) {
	if attempt, ok := attempt(g, r, what); ok {
		g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", true), "the attempt %q was not refused", what)
	}
}

// observeRepr tells how an object shows its states.
func observeRepr(r *stage.Recording) string {
	var said []string
	for _, state := range []string{"running", "joined"} {
		said = append(said, observed(r, "repr "+state, func(value any) string { return fmt.Sprint(value) }))
	}
	return strings.Join(said, " ")
}
