package process_test

import (
	"fmt"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "process") }

const observed = "observed"

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("process-lifecycle", methods...) }

// reported returns the mutant in which a process object reports another value in a state.
func reported(id, state, field string, value any) mutation.Mutant {
	name := map[string]string{"ident_pid": "ident", "alive": "is_alive()"}[field]
	if name == "" {
		name = field
	}
	return mutation.Mutant{
		Name: fmt.Sprintf("the %s of a process in the state %s is %v", name, state, value), In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "state "+state, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
		},
		Fails: map[string]string{id: fmt.Sprintf("the %s of a process in the state %q must be", name, state)},
	}
}

// changing returns the mutant with an observation that it changes as well.
func changing(m mutation.Mutant, ids ...string) mutation.Mutant {
	m.Changes = append(m.Changes, ids...)
	return m
}

// otherError returns the mutant in which an attempt of the main process raises an error of another class.
func otherError(id, what string) mutation.Mutant {
	return mutation.Mutant{
		Name: what + " raises another error", In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["types"] = []any{"OSError"} })
		},
		Fails: map[string]string{id: "must be refused with ValueError; it raised OSError"},
	}
}
