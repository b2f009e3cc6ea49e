package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNoSpuriousWarning(t *testing.T) {
	const id, warning = "thread-no-spurious-warning", "DeprecationWarning: multi-threaded"
	mutation.CheckFails(t, "a start that is no fork issues a warning", importing(), setWarnings(several, warning), id, "start() must issue no warning under")
	mutation.CheckFails(t, "a start with one thread issues a warning", in(), setWarnings(single, warning), id, "start() must issue no warning while the main process has one thread")
}
