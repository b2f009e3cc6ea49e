package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestErrorDuringMainImport(t *testing.T) {
	const id, name = "guard-error-during-main-import", "guard-error-during-main-import-under-other-name"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the errors are raised in a target", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "phase", "target") },
			Fails:  map[string]string{id: "the phase in which process"},
		},
		mutation.Mutant{
			Name: "the second error is raised during bootstrap", In: importing(unguarded),
			Change: func(r *mutation.Recording) { secondError(r).Data["phase"] = "bootstrap" },
			Fails:  map[string]string{id: "the phase in which process"},
		},
		mutation.Mutant{
			Name: "the main module has its own name in a child", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "name", "__main__") },
			Fails:  map[string]string{name: "the name of the main module in process"},
		},
		mutation.Mutant{
			Name: "the main function has its own name in a child", In: mutation.By("go", unguarded, conformance.Spawn),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "name", "main") },
			Fails:  map[string]string{name: "the name of the main module in process"},
		},
	)
}
