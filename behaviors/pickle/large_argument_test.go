package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestLargeArgument(t *testing.T) {
	const id = "pickle-large-argument"
	mutation.Check(t, misreceived("large", id, []any{1e6, 1e6}, "how many bytes the child received"))
	mutation.Check(t, misreceived("large", id, []any{1e7, 1e7 - 131072}, "how many of them are in their place, must be"))
	mutation.Check(t, mutation.WrongReturn(id, "status large", 1.0, in(), "")...)
}
