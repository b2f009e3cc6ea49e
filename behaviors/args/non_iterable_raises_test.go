package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNonIterableRaises(t *testing.T) {
	mutation.Check(t, mutation.Accepted("args-non-iterable-raises", "number as arguments", lifecycle()))
}
