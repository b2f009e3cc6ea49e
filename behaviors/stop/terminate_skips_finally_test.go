package stop_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTerminateSkipsFinally(t *testing.T) {
	const id = "stop-terminate-skips-finally"
	for _, role := range []string{"terminated", "killed"} {
		mutation.Check(t, reaches(role, "finally", id, "the finally clause of the child that was "+role+" must not run"))
	}
}
