package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkWarningForeign(t *testing.T) {
	const id, reason = "thread-fork-warning-foreign-thread", "the list of warnings of start() must include"
	mutation.Check(t,
		warned(id, "warnings beside-foreign", []any{}, reason, conformance.Fork),
		warned(id, "warnings beside-foreign", []any{"ResourceWarning: threads"}, reason, conformance.Fork),
	)
}
