package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetTwiceRaises(t *testing.T) {
	mutation.Check(t, refusals("method-set-twice-raises", "set again", "RuntimeError", in())...)
}
