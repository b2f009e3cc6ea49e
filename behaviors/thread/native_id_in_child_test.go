package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNativeIDInChild(t *testing.T) {
	for _, role := range []string{"foreign", "executor", "after-threads"} {
		mutation.CheckFails(t, role+" has the native ID of its parent's thread", inStarts(), func(r *mutation.Recording) {
			r.SetData("thread", role, "native_pid", float64(r.MainPID()))
		}, "thread-native-id-in-child", "native_id of the main thread of "+role+" must be the process ID")
	}
}
