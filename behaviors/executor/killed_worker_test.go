package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestKilledWorker(t *testing.T) {
	mutation.Check(t, refused("executor-killed-worker-breaks-running-task", "task of killed worker", "BrokenProcessPool")...)
	mutation.Check(t, refused("executor-killed-worker-breaks-pending-task", "task behind killed worker", "BrokenProcessPool")...)
	mutation.Check(t, refused("executor-killed-worker-refuses-submit", "submit after killed worker", "BrokenProcessPool")...)
	mutation.CheckFails(t, "the task never ran", in(), func(r *mutation.Recording) { r.RemoveEvents("holding", "killed") },
		"executor-killed-worker-breaks-running-task", `killed must report "holding"`)
}
