package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestMaxTasks(t *testing.T) {
	for reason, pids := range map[string][]any{
		"one worker must run the first two tasks": {201.0, 202.0, 203.0},
		"another worker must run the third task":  {201.0, 201.0, 201.0},
	} {
		mutation.Check(t, mutation.WrongReturn("pool-max-tasks-replaces-worker", "limited tasks", map[string]any{"pids": pids}, in(), reason)...)
	}
}
