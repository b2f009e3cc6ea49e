package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestProcessGroup(t *testing.T) {
	mutation.CheckFails(t, "a child is in another process group", all(), set(later, "group_pid", float64(mutation.UnknownPID)), "inherit-process-group", "group_pid in the later child must be that of the main process")
}
