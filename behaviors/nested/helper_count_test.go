package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestHelperCount(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "there is one more helper process", In: in(),
		Change: func(r *mutation.Recording) {
			r.AddRow("all-started", platform.Process{PID: mutation.UnknownPID, PPID: r.MainPID(), Name: "helper"})
		},
		Changes: []string{"nested-helper-count"},
	})
}
