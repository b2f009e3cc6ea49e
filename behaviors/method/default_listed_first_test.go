package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestDefaultListedFirst(t *testing.T) {
	const id, complete = "method-default-listed-first", "method-list-complete"
	const unreported = `main must report "methods" exactly once`
	all := map[string]string{id: unreported, complete: unreported, "method-unset-until-chosen": unreported}
	mutation.Check(t,
		list("the default is not the first in the list", in(), []any{conformance.Spawn, conformance.Fork, conformance.Forkserver},
			map[string]string{id: "must begin with the default"}),
		list("a name in the list is empty", in(), []any{conformance.Fork, conformance.Spawn, conformance.Forkserver, ""},
			map[string]string{id: "every start method in the list must have a name"}),
		list("a name in the list is a number", in(), []any{conformance.Fork, conformance.Spawn, conformance.Forkserver, 7.0},
			map[string]string{id: "every start method in the list must have a name"}),
		list("the list is empty", in(), []any{},
			map[string]string{id: "the list of all start methods must not be empty", complete: "the list of all start methods must include"}),
		mutation.Mutant{
			Name: "the list is not in the event", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("methods", conformance.Main, func(e *stage.Event) { delete(e.Data, "methods") })
			},
			Fails: map[string]string{id: "the list of all start methods must not be empty", complete: "the list of all start methods must include"},
		},
		mutation.Mutant{
			Name: "the list is not reported", In: in(), Change: func(r *mutation.Recording) { r.RemoveEvents("methods", "") }, Fails: all,
		},
		mutation.Mutant{
			Name: "the list is reported twice", In: in(),
			Change: func(r *mutation.Recording) { r.Duplicate("methods", conformance.Main) }, Fails: all,
		},
	)
}
