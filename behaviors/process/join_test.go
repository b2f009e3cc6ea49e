package process_test

import (
	"slices"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestJoinBeforeStartRaises(t *testing.T) {
	const id = "process-join-before-start-raises"
	mutation.Check(t,
		changing(mutation.Accepted(id, "join unstarted", in()), "process-misuse-errors"),
		changing(mutation.Unreported(id, "join unstarted", in()), "process-misuse-errors"),
	)
}

func TestJoinItselfRaises(t *testing.T) {
	mutation.Check(t, changing(mutation.Accepted("process-join-itself-raises", "join current process", in()), "process-misuse-errors"))
}

func TestJoinTimeoutReturns(t *testing.T) {
	const id = "process-join-timeout-returns"
	mutation.Check(t, slices.Concat(
		mutation.WrongReturn(id, "join running", true, in(), ""),
		mutation.WrongReturn(id, "join for a moment", 0.0, in(), ""),
		[]mutation.Mutant{
			{
				Name: "the child ends before the main process has checked it", In: in(),
				Change: func(r *mutation.Recording) { r.MoveBefore("leave", observed, "checked", conformance.Main) },
				Fails:  map[string]string{id: "the child must still run after the main process has checked it"},
			},
			{
				Name: "the main process returns from join() only after it has released the child", In: in(),
				Change: func(r *mutation.Recording) {
					n := slices.IndexFunc(r.Events, func(e stage.Event) bool {
						return e.Event == "attempt" && e.Role == conformance.Main && e.Data["what"] == "join for a moment"
					})
					r.MoveIndex(n, r.Index("checked", conformance.Main)+1)
				},
				Fails: map[string]string{id: `the main process must return from "join for a moment" before it releases the child`},
			},
		},
	)...)
}

func TestJoinRepeatable(t *testing.T) {
	const id = "process-join-repeatable"
	mutation.Check(t, slices.Concat(
		mutation.WrongReturn(id, "join ended", 0.0, in(), ""),
		mutation.WrongReturn(id, "join joined", 0.0, in(), ""),
	)...)
}
