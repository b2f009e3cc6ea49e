package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestSharedByChildren(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the second child has another server", In: in(conformance.Forkserver),
		Change: func(r *mutation.Recording) {
			r.Each("enter", "second", func(e *stage.Event) { e.PPID = mutation.UnknownPID })
		},
		Fails: map[string]string{"forkserver-shared-by-children": "the server of second must be"},
	})
}
