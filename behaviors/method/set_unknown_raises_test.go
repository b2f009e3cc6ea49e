package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetUnknownRaises(t *testing.T) {
	mutation.Check(t, refusals("method-set-unknown-raises", "set unknown", "ValueError", in())...)
}
