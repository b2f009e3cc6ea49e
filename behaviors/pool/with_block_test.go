package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestWithBlock(t *testing.T) {
	const id = "pool-with-block-terminates-worker"
	mutation.Check(t, mutation.WrongReturn(id, "leave with block", false, in(), "")...)
	mutation.Check(t, mutation.WrongReturn(id, "terminated worker ends", false, in(), "")...)
	mutation.CheckFails(t, "the task never ran", in(), func(r *mutation.Recording) { r.RemoveEvents("holding", "terminated") },
		id, `terminated must report "holding"`)
}
