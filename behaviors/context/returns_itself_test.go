package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestReturnsItself(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("context-returns-itself", "context of the context", false, in(), "")...)
}
