package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestServerOutlivesMain(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the server ends with the main process", In: parentexittest.In(conformance.Forkserver),
		Change:  func(r *mutation.Recording) { r.RemoveProcess(parentexittest.Entered(r, "child", parentexit.Kill).PPID) },
		Fails:   map[string]string{"orphan-server-outlives-main": "kill: the server must be alive after the parent has ended"},
		Changes: []string{"orphan-helper-count"},
	})
}
