package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestMainExitStatus(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process ends with the exit code of its children", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.Exit.Code = 1 },
			Fails:  map[string]string{"guard-main-exit-status": "the exit status of the main process must be 0; it is 1"},
		},
		mutation.Mutant{
			Name: "the main process does not end", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.Exit = nil },
			Fails:  map[string]string{"guard-main-exit-status": "the main process must end"},
		},
	)
}
