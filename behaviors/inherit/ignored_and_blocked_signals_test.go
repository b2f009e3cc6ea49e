package inherit_test

import (
	"testing"
)

func TestIgnoredAndBlockedSignals(t *testing.T) {
	checkObserved(t, "an ignored signal has its default action in a child", importing(), setSignal(first, "ignored", "default"), "inherit-ignored-and-blocked-signals")
}
