package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestKilledWorker(t *testing.T) {
	const id, what = "pool-killed-worker-replaced", "task after killed worker"
	mutation.Check(t, mutation.Refused(id, what, in()), mutation.Unreported(id, what, in()))
	mutation.CheckFails(t, "the killed worker runs the later task", in(),
		func(r *mutation.Recording) { set(r, what, "pid", float64(r.First("holding", "killed").PID)) }, id, "another worker must run the later task")
	mutation.CheckChanges(t, "the result of the lost task comes", in(),
		func(r *mutation.Recording) { r.SetReturned(conformance.Main, "result of killed worker", true) }, "pool-killed-worker-result")
}
