package method_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "method") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("set-start-method", methods...) }

func windows() mutation.Scenes { return in(conformance.Spawn).On(mutation.Windows) }

// list returns the mutant in which the list of all start methods is another one.
func list(name string, scenes mutation.Scenes, methods []any, fails map[string]string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: scenes,
		Change: func(r *mutation.Recording) { r.SetData("methods", conformance.Main, "methods", methods) },
		Fails:  fails,
	}
}

// refusals returns the mutants of an attempt that must be refused with a class of errors.
func refusals(id, what, class string, scenes mutation.Scenes) []mutation.Mutant {
	return []mutation.Mutant{
		mutation.Accepted(id, what, scenes),
		mutation.Unreported(id, what, scenes),
		{
			Name: what + " raises an error of another class", In: scenes,
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, what, func(e *stage.Event) {
					e.Data["types"], e.Data["message"] = []any{"KeyError", "LookupError", "Exception"}, "no such key"
				})
			},
			Fails: map[string]string{id: "must be refused with " + class + "; it raised KeyError, LookupError, Exception: no such key"},
		},
		{
			Name: what + " raises an error without a class", In: scenes,
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, what, func(e *stage.Event) { delete(e.Data, "types") })
			},
			Fails: map[string]string{id: "must be refused with " + class + "; it raised an error without a class"},
		},
	}
}
