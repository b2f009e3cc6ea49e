package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestWaitsForChildren(t *testing.T) {
	mutation.Check(t, doesNotWait("sing-dance", "exit-waits-for-children")...)
}
