package inherit_test

import (
	"testing"
)

func TestLogLevel(t *testing.T) {
	check(t, "the logger of a child has another level", all(), set(first, "log_level", 0.0), "inherit-log-level", "log_level in the first child must be that of the main process")
}
