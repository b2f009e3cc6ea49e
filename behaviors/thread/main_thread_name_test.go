package thread_test

import (
	"testing"
)

func TestMainThreadName(t *testing.T) {
	checkObserved(t, "the main thread has another name", in(), set(orphaned, "main", "another"), "thread-main-thread-name")
}
