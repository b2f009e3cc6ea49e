package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestKillWorkers(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("executor-kill-workers-ends-worker", "killed-by-method worker ends", false, in(), "")...)
	mutation.Check(t, mutation.WrongReturn("executor-kill-workers-exitcode", "exit code of killed-by-method worker", -15.0, in(), "")...)
	mutation.Check(t, refused("executor-kill-workers-refuses-submit", "submit after kill_workers", "RuntimeError")...)
	mutation.CheckFails(t, "the task never ran", in(), func(r *mutation.Recording) { r.RemoveEvents("holding", "killed-by-method") },
		"executor-kill-workers-ends-worker", `killed-by-method must report "holding"`)
}
