package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestStartedFromOtherThread(t *testing.T) {
	const id = "thread-started-from-other-thread"
	mutation.CheckFails(t, "the child ends with the thread that started it", in(), func(r *mutation.Recording) { r.RemoveProcess(r.PID(orphaned)) }, id, "the child must be alive after its thread has ended")
	mutation.CheckFails(t, "the child has another parent", in(conformance.Spawn, conformance.Fork), func(r *mutation.Recording) {
		r.SetParent(r.PID(orphaned), mutation.UnknownPID)
	}, id, "the parent of the child must be")
	mutation.CheckFails(t, "the process table is not read", in(), func(r *mutation.Recording) { r.RemoveTable(orphaned) }, id, `the process table must be read at "orphaned"`)
	mutation.CheckFails(t, "the main process does not wait for the child", in(), func(r *mutation.Recording) { r.SetExitCode(orphaned, nil) },
		"thread-started-from-other-thread-joined-at-exit", "main must know the exit code of orphaned")
}
