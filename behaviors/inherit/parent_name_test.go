package inherit_test

import (
	"testing"
)

func TestParentName(t *testing.T) {
	checkObserved(t, "a child does not know the name of its parent", all(), set(later, "parent", "MainProcess"), "inherit-parent-name")
}
