package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnknownMethodRaises(t *testing.T) {
	mutation.Check(t, mutation.Accepted("context-unknown-method-raises", "unknown context", in()))
}
