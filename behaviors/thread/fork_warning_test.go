package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkWarning(t *testing.T) {
	const id, reason = "thread-fork-warning", "the list of warnings of start() must include"
	mutation.CheckFails(t, "a fork with several threads issues no warning", forked(), setWarnings(several), id, reason)
	mutation.CheckFails(t, "a fork with several threads issues another warning", forked(), setWarnings(several, "ResourceWarning: multi-threaded"), id, reason)
}
