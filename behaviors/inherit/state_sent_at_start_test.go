package inherit_test

import (
	"testing"
)

func TestStateSentAtStart(t *testing.T) {
	for _, field := range []string{"folder", "arguments", "path"} {
		checkObserved(t, field+" is not sent", importing(), set(later, field, []any{"another"}), "inherit-state-sent-at-start")
	}
}
