package start_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "start") }

// in returns the good recordings of the program of this group by CPython 3.15.
func in(methods ...string) mutation.Scenes {
	return mutation.By("cpython-3.15", "start-effects", methods...)
}

// set returns a change of a field of what main reports about a start.
func set(role, field string, value any) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		r.EachAttempt(conformance.Main, "changes "+role, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
	}
}

// checkChanged checks the mutants in which a start changes a field of main, for as long as the child runs or for longer.
func checkChanged(t *testing.T, id, field string) {
	t.Helper()
	for _, role := range []string{"first", "second"} {
		mutation.CheckFails(t, "the start of "+role+" changes "+field, in(), set(role, "started", []any{field}), id,
			"start() of "+role+" must not change")
		mutation.CheckFails(t, "the end of "+role+" changes "+field, in(), set(role, "joined", []any{field}), id,
			"start(), join() and close() of "+role+" must not change")
	}
}

func TestNothingReported(t *testing.T) {
	fails := map[string]string{}
	for _, b := range conformance.All() {
		if b.Group() == "start" && b.Methods == nil {
			fails[b.ID] = `main must report the attempt "changes second" exactly once`
		}
	}
	mutation.Check(t, mutation.Mutant{
		Name: "main does not report the changes", In: in(),
		Change: func(r *mutation.Recording) { r.RemoveAttempt(conformance.Main, "changes second") },
		Fails:  fails,
	})
}
