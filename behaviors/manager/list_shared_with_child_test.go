package manager_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestListSharedWithChild(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("manager-list-shared-with-child", "shared list", []any{}, in(), "")...)
}
