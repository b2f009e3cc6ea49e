package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestChangedGlobals(t *testing.T) {
	const id = "inherit-changed-globals"
	mutation.CheckFails(t, "a forked child does not see a changed variable", forked(), set(later, "variable", "as imported"), id, "the variable of the main module in the later child")
	mutation.CheckFails(t, "a forked child does not see a changed variable of another module", forked(), set(first, "other_module_variable", "as imported"), id, "the variable of another module in the first child")
	mutation.CheckFails(t, "a later child sees a changed variable", importing(), set(later, "variable", later), "inherit-changed-globals-not-seen", "the variable of the main module in the later child")
}
