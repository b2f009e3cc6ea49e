package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestHelpersEndWithLastChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a helper process of a killed parent has to be killed", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			r.Survivors = []platform.Process{{PID: mutation.UnknownPID, PPID: 1, State: platform.Alive, Name: "tracker"}}
		},
		Fails: map[string]string{"orphan-helpers-end-with-last-child": "the suite had to kill 999 (tracker)"},
	})
}
