package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestIsAlive(t *testing.T) {
	const falseAfterEnd, reaps = "process-is-alive-false-after-end", "process-is-alive-reaps-ended"
	in := mutation.In("process-ends")
	for _, mutant := range mutation.WrongReturn(falseAfterEnd, "is_alive ended", true, in, "") {
		if mutant.Name != "the attempt is_alive ended returns true" {
			mutant.Fails[reaps] = mutant.Fails[falseAfterEnd]
		}
		mutation.Check(t, mutant)
	}
	mutation.Check(t,
		mutation.Mutant{
			Name: "is_alive() leaves a zombie", In: in,
			Change: func(r *mutation.Recording) {
				r.AddRow("asked", platform.Process{PID: r.PID("quick"), PPID: r.MainPID()})
				r.Row("asked", r.PID("quick")).State = platform.Zombie
			},
			Fails: map[string]string{reaps: "the process table must not have the ended child after is_alive()"},
		},
		mutation.Mutant{
			Name: "the process table is not read after is_alive()", In: in,
			Change: func(r *mutation.Recording) { r.RemoveTable("asked") },
			Fails:  map[string]string{reaps: `the process table must be read at "asked"`},
		},
	)
}
