package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestLeavesNo(t *testing.T) {
	survives := func(r *mutation.Recording, pid int, name string) {
		r.Survivors = []platform.Process{{PID: pid, PPID: 1, State: platform.Alive, Name: name}}
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "a helper process has to be killed", In: mutation.In("sing-dance"),
			Change: func(r *mutation.Recording) { survives(r, mutation.UnknownPID, "tracker") },
			Fails:  map[string]string{"exit-leaves-no-helper": "the suite had to kill 999 (tracker)"},
		},
		mutation.Mutant{
			Name: "a child has to be killed", In: mutation.In("sing-dance"),
			Change: func(r *mutation.Recording) { survives(r, r.PID("dance"), "dance") },
			Fails:  map[string]string{"exit-leaves-no-child": "no child must be left after the main process has ended"},
		},
	)
}
