package thread_test

import (
	"testing"
)

func TestHeldLoggingLockInChild(t *testing.T) {
	checkObserved(t, "the lock of a logging handler is held in a forked child", forked(), set(several, "handler_held", true), "thread-held-logging-lock-in-child")
}
