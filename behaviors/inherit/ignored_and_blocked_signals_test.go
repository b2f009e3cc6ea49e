package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestIgnoredAndBlockedSignals(t *testing.T) {
	mutation.CheckChanges(t, "an ignored signal has its default action in a child", importing(), setSignal(first, "ignored", "default"), "inherit-ignored-and-blocked-signals")
}
