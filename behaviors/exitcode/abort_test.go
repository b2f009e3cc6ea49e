package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestAbort(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-abort", "aborted", 1)...)
}
