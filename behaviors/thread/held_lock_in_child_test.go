package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestHeldLockInChild(t *testing.T) {
	const id = "thread-held-lock-in-child"
	mutation.CheckFails(t, "a lock that no thread holds is held in a child", in(), set(single, "held", true), id, "the lock must be free in the child single")
	mutation.CheckFails(t, "a lock is free in a forked child", forked(), set(several, "held", false), id, "the lock must be held in the child several")
	mutation.CheckFails(t, "a lock is held in a child that imports the main module", importing(), set(several, "held", true), id, "the lock must be free in the child several")
}
