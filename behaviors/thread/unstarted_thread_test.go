package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnstartedThread(t *testing.T) {
	const id = "thread-unstarted-thread-starts-in-child"
	mutation.CheckFails(t, "the thread cannot be started", inStarts(conformance.Fork), func(r *mutation.Recording) {
		r.RemoveAttempt("thread-starting", "unstarted thread")
	}, id, "the child must get past the start of the thread")
	mutation.CheckFails(t, "the thread does not run", inStarts(conformance.Fork), func(r *mutation.Recording) {
		r.SetReturned("thread-starting", "unstarted thread", []any{})
	}, id, "what the thread has appended")
}
