package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestHelperCount(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "there is one more helper process", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			r.AddRow("survivors", platform.Process{PID: mutation.UnknownPID, PPID: 1, Name: "helper"})
		},
		Changes: []string{"orphan-helper-count"},
	})
}
