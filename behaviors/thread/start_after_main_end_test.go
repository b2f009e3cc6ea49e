package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestStartAfterMainEnd(t *testing.T) {
	const id = "thread-start-after-main-end"
	mutation.CheckChanges(t, "the main process does not wait for the late child", importing(), func(r *mutation.Recording) {
		r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "enter", Role: late, PID: mutation.UnknownPID})
		r.SetExitCode(late, nil)
	}, id)
	mutation.CheckChanges(t, "a late child runs", forked(), func(r *mutation.Recording) {
		r.EachAttempt(conformance.Main, "start "+late, func(e *stage.Event) { delete(e.Data, "types") })
		r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "leave", Role: late, PID: mutation.UnknownPID})
		r.SetExitCode(late, 0.0)
	}, id)
}
