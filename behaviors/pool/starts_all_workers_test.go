package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStartsAllWorkers(t *testing.T) {
	const id = "pool-starts-all-workers"
	mutation.Check(t, mutation.WrongReturn(id, "workers", 1.0, in(), "")...)
	mutation.CheckFails(t, "one worker runs both tasks", in(),
		func(r *mutation.Recording) { set(r, "right", "pid", float64(pid(r, "left"))) }, id, "two workers must run two tasks")
}
