package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestWarningFilters(t *testing.T) {
	mutation.CheckFails(t, "a child has lost a warning filter", all(), func(r *mutation.Recording) {
		r.SetData("flags", "flagged child", "warnings", []any{})
	}, "inherit-warning-filters", "the warning filters of the child must be")
}
