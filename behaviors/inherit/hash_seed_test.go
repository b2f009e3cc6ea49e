package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestHashSeed(t *testing.T) {
	const id = "inherit-hash-seed"
	mutation.CheckChanges(t, "a text has another hash in a forked child", forked(), set(first, "hash", "1"), id)
	mutation.CheckChanges(t, "a text has the same hash in all processes", importing(), set("", "hash", "1"), id)
}
