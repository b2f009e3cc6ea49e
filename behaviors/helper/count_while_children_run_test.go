package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCountWhileChildrenRun(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "there is one more helper process", In: mutation.In("sing-dance"),
		Change:  func(r *mutation.Recording) { addHelper(r, "together", r.MainPID()) },
		Changes: []string{"helper-count-while-children-run"},
	})
}
