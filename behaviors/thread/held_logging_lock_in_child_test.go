package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestHeldLoggingLockInChild(t *testing.T) {
	mutation.CheckChanges(t, "the lock of a logging handler is held in a forked child", forked(), set(several, "handler_held", true), "thread-held-logging-lock-in-child")
}
