package thread_test

import (
	"testing"
)

func TestChildStartsWithOne(t *testing.T) {
	check(t, "a child has a thread of the main process", in(), set(several, "names", []any{"MainThread", "Thread-1"}), "thread-child-starts-with-one", "the child several must have 1 thread; it has 2")
}
