package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestMainThreadName(t *testing.T) {
	mutation.CheckChanges(t, "the main thread has another name", in(), set(orphaned, "main", "another"), "thread-main-thread-name")
}
