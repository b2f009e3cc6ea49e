package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestActiveChildrenOwnOnly(t *testing.T) {
	const id = "nested-active-children-own-only"
	mutation.Check(t,
		returns("active_children() of the child returns its sibling", "child", "active children before", []any{"Process-2"}, id),
		returns("active_children() of the child does not return its own child", "child", "active children after", []any{}, id),
	)
}
