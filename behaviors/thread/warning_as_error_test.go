package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestWarningAsError(t *testing.T) {
	const startsNone, lists = "thread-warning-as-error-starts-no-child", "thread-warning-as-error-lists-child"
	in := mutation.In("thread-starts")
	mutation.CheckFails(t, "start() raises the warning, and the child runs", in, func(r *mutation.Recording) {
		r.Refuse(conformance.Main, "start under-errors")
	}, startsNone, "a child whose start() has raised an error must not run")
	mutation.CheckFails(t, "the child is in no list", in, func(r *mutation.Recording) {
		r.SetReturned(conformance.Main, "children under-errors", 0.0)
	}, lists, `the attempt "children under-errors" of main must return 1`)
	mutation.Check(t, mutation.Mutant{
		Name: "the child does not run", In: in,
		Change: func(r *mutation.Recording) { r.RemoveEvents("enter", "under-errors") },
		Fails: map[string]string{
			startsNone: "a child whose start() has returned must run",
			lists:      `the attempt "children under-errors" of main must return 0`,
		},
	})
}
