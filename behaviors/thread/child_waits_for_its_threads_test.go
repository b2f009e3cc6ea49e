package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildWaitsForItsThreads(t *testing.T) {
	const id = "thread-child-waits-for-its-threads"
	mutation.CheckFails(t, "the child does not wait for its thread", in(), func(r *mutation.Recording) { r.RemoveEvents("still-running", lingering) }, id, `lingering must report "still-running"`)
	mutation.CheckFails(t, "the child with threads has to be killed", in(), func(r *mutation.Recording) { r.SetExitCode(lingering, -9.0) }, id, "the exit code of the child that leaves a daemon thread must be 0; it is -9")
	mutation.CheckFails(t, "the target does not reach its end", in(), func(r *mutation.Recording) { r.RemoveEvents("leave", lingering) }, id, `lingering must report "leave"`)
}
