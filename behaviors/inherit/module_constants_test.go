package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestModuleConstants(t *testing.T) {
	mutation.CheckFails(t, "a constant has lost its value", all(), set(later, "constant", nil), "inherit-module-constants", "constant in the later child must be that of the main process")
}
