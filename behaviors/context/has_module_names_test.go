package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestHasModuleNames(t *testing.T) {
	const reason = "the list of names that the context does not have must be empty"
	mutation.Check(t, mutation.WrongReturn("context-has-module-names", "names missing", []any{"Process", "get_all_start_methods"}, in(), reason)...)
}
