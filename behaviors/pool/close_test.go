package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestClose(t *testing.T) {
	mutation.Check(t, mutation.Accepted("pool-close-refuses-task", "task after close", in()))
	mutation.Check(t, mutation.WrongReturn("pool-close-completes-tasks", "join", false, in(), "")...)
	mutation.Check(t, mutation.WrongReturn("pool-close-completes-tasks", "done tasks", 2.0, in(), "")...)
	mutation.CheckFails(t, "the worker is alive", in(),
		func(r *mutation.Recording) {
			r.AddRow("joined", platform.Process{PID: pid(r, "chosen context"), PPID: r.MainPID(), Name: "python3"})
		}, "pool-close-ends-workers", "the worker must have ended after join()")
}
