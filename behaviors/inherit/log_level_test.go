package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestLogLevel(t *testing.T) {
	mutation.CheckFails(t, "the logger of a child has another level", all(), set(first, "log_level", 0.0), "inherit-log-level", "log_level in the first child must be that of the main process")
}
