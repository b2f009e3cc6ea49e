package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptStatus(t *testing.T) {
	const id = "exit-interrupt-status"
	mutation.Check(t,
		mutation.Mutant{
			Name: "an interrupted parent ends with exit status 1", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				r.Events[parentexittest.EndedIndex(r, parentexit.Interrupt)].Data["code"] = 1.0
			},
			Fails: map[string]string{id: "interrupt: the exit status of the parent must be -2; it is 1"},
		},
		mutation.Mutant{
			Name: "an interrupted parent is killed by SIGINT before 3.8", In: parentexittest.In(),
			Change: func(r *mutation.Recording) { r.Implementation.Version = "3.7.16" },
			Fails:  map[string]string{id: "the exit status of the parent must be 1; it is -2"},
		},
	)
}
