package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestParentIsMain(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a helper process is the child of a child", In: in(conformance.ImportingMain()...),
		Change: func(r *mutation.Recording) { r.SetParent(helpers(r, "first")[0].PID, r.PID("first")) },
		Fails:  map[string]string{"helper-parent-is-main": "must be the main process"},
	})
}
