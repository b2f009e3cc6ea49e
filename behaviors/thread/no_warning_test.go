package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestNoWarning(t *testing.T) {
	const reason = "the list of warnings of start() must"
	spurious := []any{"DeprecationWarning: This process (pid=N) is multi-threaded"}
	mutation.Check(t,
		warned("thread-no-warning-after-threads-end", "warnings after-threads", spurious, reason),
		warned("thread-no-warning-if-hooks-stop-threads", "warnings beside-stopped", spurious, reason, conformance.Fork),
	)
}
