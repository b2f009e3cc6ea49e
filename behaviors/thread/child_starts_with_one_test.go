package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildStartsWithOne(t *testing.T) {
	mutation.CheckFails(t, "a child has a thread of the main process", in(), set(several, "names", []any{"MainThread", "Thread-1"}), "thread-child-starts-with-one", "the child several must have 1 thread; it has 2")
	mutation.CheckFails(t, "a child has a thread that threading does not know", in(), set(several, "native", 2.0), "thread-child-starts-with-one", "the operating system must list 1 thread of the child several; it lists 2")
}
