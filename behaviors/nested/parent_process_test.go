package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestParentProcess(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "parent_process() of a grandchild is the main process", In: in(),
			Change: func(r *mutation.Recording) { r.SetData("enter", "grandchild", "parent_process", float64(r.MainPID())) },
			Fails:  map[string]string{"nested-parent-process-is-child": "the pid of parent_process() in grandchild"},
		},
		returns("the main process has a parent process", conformance.Main, "parent process", "_ParentProcess", "nested-parent-process-none-in-main"),
	)
}
