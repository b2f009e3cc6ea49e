package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTrackerPrintsNoError(t *testing.T) {
	mutation.CheckFails(t, "the resource tracker prints an error", in(), func(r *mutation.Recording) {
		r.Stderr += "Traceback (most recent call last):\n  File \"/lib/python3/multiprocessing/resource_tracker.py\", line 450, in main\nValueError\n"
	}, "executor-tracker-prints-no-error", "standard error")
}
