package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestZeroAfterReturn(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-zero-after-return", "returned", 3)...)
	mutation.CheckFails(t, "the child ends before its target returns", in(), func(r *mutation.Recording) {
		r.RemoveEvents("leave", "returned")
	}, "exitcode-zero-after-return", `returned must report "leave" exactly once`)
}
