package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterpreterOptions(t *testing.T) {
	mutation.CheckChanges(t, "a child has none of the options", all(), func(r *mutation.Recording) {
		r.SetData("flags", "flagged child", "options", []any{})
	}, "inherit-interpreter-options")
}
