package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestReportsItsMethod(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("context-reports-its-method", "method of the context", "another", in(), "")...)
}
