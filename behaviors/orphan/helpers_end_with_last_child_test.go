package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
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
	mutation.Check(t, mutation.Mutant{
		Name: "the helper processes end with the killed parents", In: parentexittest.In(conformance.Spawn),
		Change: func(r *mutation.Recording) {
			s := conformance.NewScene(r.Recording)
			for _, helper := range s.Helpers("survivors") {
				r.RemoveProcess(helper.PID)
			}
		},
		Fails:   map[string]string{"orphan-helpers-end-with-last-child": "the helper processes of 3 killed parents must run while their children do; 0 run"},
		Changes: []string{"orphan-helper-count"},
	})
}
