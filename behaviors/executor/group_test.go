package executor_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "executor") }

// in returns the good recordings of process-pool-executor, by the Python that has all of its methods.
func in(methods ...string) mutation.Scenes {
	return mutation.By("cpython-3.15", "process-pool-executor", methods...)
}

// set changes a field of what an attempt of the main process reports about a worker.
func set(r *mutation.Recording, what, field string, value any) {
	r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
}

// field returns a field of what an attempt of the main process reports about a worker.
func field(r *mutation.Recording, what, name string) any {
	var found any
	r.EachAttempt(conformance.Main, what, func(e *stage.Event) { found = e.Data["value"].(map[string]any)[name] })
	return found
}

// raises returns the mutant in which an attempt of the main process raises an error of another class.
func raises(id, what, wanted string) mutation.Mutant {
	return mutation.Mutant{
		Name: "the attempt " + what + " raises a TimeoutError", In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["types"] = []any{"TimeoutError", "OSError", "Exception"} })
		},
		Fails: map[string]string{id: `the attempt "` + what + `" of main must be refused with ` + wanted},
	}
}

// refused returns the mutants of an attempt of the main process that must be refused with a class.
func refused(id, what, class string) []mutation.Mutant {
	return []mutation.Mutant{raises(id, what, class), mutation.Accepted(id, what, in()), mutation.Unreported(id, what, in())}
}
