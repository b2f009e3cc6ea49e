package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestShutdown(t *testing.T) {
	const id = "executor-shutdown-ends-workers"
	mutation.Check(t, mutation.WrongReturn(id, "shut down", false, in(), "")...)
	mutation.Check(t, mutation.Mutant{
		Name: "a worker is alive after shutdown", In: in(),
		Change: func(r *mutation.Recording) {
			pid, _ := field(r, "right", "pid").(float64)
			r.AddRow("shut-down", platform.Process{PID: int(pid), PPID: r.MainPID(), Name: "python3"})
		},
		Fails: map[string]string{id: "the worker of the task right must have ended after shutdown()"},
	})
	mutation.Check(t, refused("executor-shutdown-refuses-submit", "submit after shutdown", "RuntimeError")...)
}
