package inherit_test

import (
	"testing"
)

func TestArgvDuringMainImport(t *testing.T) {
	checkObserved(t, "the main module sees no arguments when it is imported", importing(), set(later, "command_line", []any{}), "inherit-argv-during-main-import")
}
