package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestWorkers(t *testing.T) {
	mutation.CheckChanges(t, "no worker has been started", in(),
		func(r *mutation.Recording) { r.SetReturned(conformance.Main, "workers after one task", 0.0) }, "executor-workers-after-first-task")
	mutation.CheckChanges(t, "the worker is daemonic", in(),
		func(r *mutation.Recording) { set(r, "given context", "daemon", true) }, "executor-workers-daemon-flag")
}
