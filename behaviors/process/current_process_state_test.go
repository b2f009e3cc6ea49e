package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCurrentProcessState(t *testing.T) {
	const id = "process-current-process-state"
	mutation.Check(t,
		reported(id, "current process", "pid", float64(mutation.UnknownPID)),
		reported(id, "current process", "exitcode", 0.0),
		reported(id, "current process", "alive", false),
	)
}
