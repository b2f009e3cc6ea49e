package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildExitcode(t *testing.T) {
	const id = "guard-child-exitcode"
	for _, role := range children() {
		mutation.Check(t,
			mutation.Mutant{
				Name: role + " has exit code 0", In: importing(unguarded),
				Change: func(r *mutation.Recording) { r.SetExitCode(role, 0.0) },
				Fails:  map[string]string{id: "the exit code of " + role + " must be 1; it is 0"},
			},
			mutation.Mutant{
				Name: role + " is killed", In: importing(unguarded),
				Change: func(r *mutation.Recording) { r.SetExitCode(role, -9.0) },
				Fails:  map[string]string{id: "the exit code of " + role + " must be 1; it is -9"},
			},
			mutation.Mutant{
				Name: role + " has no exit code", In: importing(unguarded),
				Change: func(r *mutation.Recording) { r.SetExitCode(role, nil) },
				Fails:  map[string]string{id: "main must know the exit code of " + role},
			},
		)
	}
	mutation.Check(t, mutation.Mutant{
		Name: "the main process does not report its end", In: importing(unguarded),
		Change: func(r *mutation.Recording) { r.RemoveEvents("exit", conformance.Main) },
		Fails:  map[string]string{id: "main must know the exit code of sing; main did not report its end"},
	})
}
