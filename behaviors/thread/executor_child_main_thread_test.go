package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestExecutorChildMainThread(t *testing.T) {
	mutation.CheckFails(t, "the target runs in another thread", inStarts(), func(r *mutation.Recording) {
		r.SetData("thread", "executor", "is_main", false)
	}, "thread-executor-child-main-thread", "the target of executor must run in the main thread")
}
