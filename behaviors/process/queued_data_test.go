package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestQueuedData(t *testing.T) {
	const delays, cancelled = "process-queued-data-delays-end", "process-queued-data-cancelled"
	in := mutation.In("process-ends")
	mutation.Check(t, mutation.WrongReturn(delays, "drain", nil, in, "")...)
	mutation.Check(t, mutation.WrongReturn(cancelled, "exitcode cancelling", nil, in, "")...)
	mutation.CheckFails(t, "the child ends before its queue is drained", in, func(r *mutation.Recording) {
		r.RemoveProcess(r.PID("feeding"))
	}, delays, "the child must be alive as long as its queue is not drained")
}
