package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestZeroAfterReturn(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-zero-after-return", "returned", 3)...)
}
