package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestTargetInsideMainGuard(t *testing.T) {
	const id = "inherit-target-inside-main-guard"
	mutation.CheckFails(t, "the target does not run under fork", forked(), func(r *mutation.Recording) { r.RemoveEvents("enter", "guarded") }, id, `guarded must report "enter" exactly once`)
	mutation.CheckFails(t, "the target runs", importing(), func(r *mutation.Recording) {
		r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "enter", Role: "guarded", PID: mutation.UnknownPID})
	}, id, "the target must not run")
	mutation.CheckFails(t, "a child without its target has exit code 0", importing(), func(r *mutation.Recording) { r.SetExitCode("guarded", 0.0) }, id, "the exit code of the child must be 1; it is 0")
	mutation.CheckFails(t, "the exit code is not known", all(), func(r *mutation.Recording) { r.SetExitCode("guarded", nil) }, id, "main must know the exit code of guarded")
}
