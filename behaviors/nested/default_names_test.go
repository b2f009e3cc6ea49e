package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestDefaultNames(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a grandchild has the name of a child", In: in(),
		Change: func(r *mutation.Recording) { r.SetData("enter", "grandchild", "process", "Process-1") },
		Fails:  map[string]string{"nested-default-names": `the name of grandchild must be "Process-1:1"; it is "Process-1"`},
	})
}
