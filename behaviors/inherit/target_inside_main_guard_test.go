package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestTargetInsideMainGuard(t *testing.T) {
	const id, notFound, exitcode = "inherit-target-inside-main-guard", "inherit-target-inside-main-guard-not-found", "inherit-target-inside-main-guard-exitcode"
	mutation.CheckFails(t, "the target does not run under fork", forked(), func(r *mutation.Recording) { r.RemoveEvents("enter", "guarded") }, id, `guarded must report "enter" exactly once`)
	mutation.CheckFails(t, "the target runs", importing(), func(r *mutation.Recording) {
		r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "enter", Role: "guarded", PID: mutation.UnknownPID})
	}, notFound, "the target must not run")
	mutation.CheckFails(t, "a child without its target has exit code 0", importing(), func(r *mutation.Recording) { r.SetExitCode("guarded", 0.0) }, exitcode, "the exit code of the child must be 1; it is 0")
	const unknown = "main must know the exit code of guarded"
	mutation.Check(t, mutation.Mutant{
		Name: "the exit code is not known", In: all(),
		Change: func(r *mutation.Recording) { r.SetExitCode("guarded", nil) },
		Fails:  map[string]string{id: unknown, notFound: unknown, exitcode: unknown},
	})
}
