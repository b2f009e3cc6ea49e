package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestParentName(t *testing.T) {
	mutation.CheckChanges(t, "a child does not know the name of its parent", all(), set(later, "parent", "MainProcess"), "inherit-parent-name")
}
