package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSharedReferences(t *testing.T) {
	const shared, itself = "pickle-shared-references", "pickle-shared-references-to-itself"
	mutation.Check(t,
		misreceived("same", shared, []any{false, true}, "whether the two arguments are one object"),
		misreceived("same", itself, []any{true, false}, "whether the argument contains itself"),
	)
	for _, m := range mutation.WrongReturn(shared, "status same", 1.0, in(), "") {
		m.Fails[itself] = m.Fails[shared]
		mutation.Check(t, m)
	}
}
