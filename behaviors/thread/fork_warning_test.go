package thread_test

import (
	"testing"
)

func TestForkWarning(t *testing.T) {
	const id, reason = "thread-fork-warning", "the list of warnings of start() must include"
	check(t, "a fork with several threads issues no warning", forked(), setWarnings(several), id, reason)
	check(t, "a fork with several threads issues another warning", forked(), setWarnings(several, "ResourceWarning: multi-threaded"), id, reason)
}
