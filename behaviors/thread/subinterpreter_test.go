package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSubinterpreter(t *testing.T) {
	mutation.CheckChanges(t, "start() raises another error", inStarts(), func(r *mutation.Recording) {
		r.SetReturned(conformance.Main, "subinterpreter", "OSError: no")
	}, "thread-subinterpreter-starts-child")
}
