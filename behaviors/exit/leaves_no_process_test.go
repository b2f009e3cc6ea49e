package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestLeavesNoProcess(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a helper process has to be killed", In: mutation.In("sing-dance"),
		Change: func(r *mutation.Recording) {
			r.Survivors = []platform.Process{{PID: mutation.UnknownPID, PPID: 1, State: platform.Alive, Name: "tracker"}}
		},
		Fails: map[string]string{"exit-leaves-no-process": "the suite had to kill 999 (tracker)"},
	})
}
