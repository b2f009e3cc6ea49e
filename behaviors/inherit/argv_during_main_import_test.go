package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestArgvDuringMainImport(t *testing.T) {
	mutation.CheckChanges(t, "the main module sees no arguments when it is imported", importing(), set(later, "command_line", []any{}), "inherit-argv-during-main-import")
}
