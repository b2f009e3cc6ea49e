package thread_test

import (
	"testing"
)

func TestTargetRunsInMainThread(t *testing.T) {
	check(t, "the target runs in another thread", in(), set(orphaned, "is_main", false), "thread-target-runs-in-main-thread", "the target of orphaned must run in the main thread")
}
