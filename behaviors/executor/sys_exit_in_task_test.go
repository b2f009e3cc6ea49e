package executor_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitInTask(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("executor-sys-exit-in-task-raises", "sys.exit", nil, in(), "")...)
}
