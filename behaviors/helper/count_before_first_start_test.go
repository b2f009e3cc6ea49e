package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCountBeforeFirstStart(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a helper process runs before the first start", In: in(),
		Change:  func(r *mutation.Recording) { addHelper(r, "before", r.MainPID()) },
		Changes: []string{"helper-count-before-first-start"},
	})
}
