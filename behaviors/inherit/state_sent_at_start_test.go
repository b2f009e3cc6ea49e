package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStateSentAtStart(t *testing.T) {
	for _, field := range []string{"folder", "arguments", "path"} {
		mutation.CheckChanges(t, field+" is not sent", importing(), set(later, field, []any{"another"}), "inherit-state-sent-at-start")
	}
}
