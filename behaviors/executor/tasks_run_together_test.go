package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTasksRunTogether(t *testing.T) {
	const id = "executor-tasks-run-together"
	mutation.Check(t,
		mutation.Mutant{
			Name: "one worker runs both tasks", In: in(),
			Change: func(r *mutation.Recording) { set(r, "right", "pid", field(r, "left", "pid")) },
			Fails:  map[string]string{id: "the process ID of the worker of the task right must not be"},
		},
		mutation.Mutant{
			Name: "the tasks do not meet", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveTable("workers") },
			Fails: map[string]string{
				id: `the process table must be read at "workers"`, "executor-uses-given-context": `the process table must be read at "workers"`,
			},
		},
		mutation.Mutant{
			Name: "a worker is not alive while the tasks run", In: in(),
			Change: func(r *mutation.Recording) {
				pid, _ := field(r, "left", "pid").(float64)
				r.RemoveProcess(int(pid))
			},
			Fails: map[string]string{
				id: "the worker of the task left must be alive", "executor-uses-given-context": "the worker of the task left must be in the process table",
			},
		},
	)
}
