package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestMethodInherited(t *testing.T) {
	mutation.Check(t, returns("a grandchild has another start method", "grandchild", "method", "another", "nested-method-inherited"))
}
