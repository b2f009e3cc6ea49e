package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitInTask(t *testing.T) {
	mutation.CheckChanges(t, "the result comes", in(),
		func(r *mutation.Recording) { r.SetReturned(conformance.Main, "result of sys.exit", true) }, "pool-sys-exit-in-task")
}
