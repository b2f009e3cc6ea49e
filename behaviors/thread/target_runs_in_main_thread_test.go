package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTargetRunsInMainThread(t *testing.T) {
	mutation.CheckFails(t, "the target runs in another thread", in(), set(orphaned, "is_main", false), "thread-target-runs-in-main-thread", "the target of orphaned must run in the main thread")
}
